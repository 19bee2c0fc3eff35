import { describe, expect, test } from 'vitest';
import {
  academicYearEnd,
  academicYearStart,
  addDays,
  addMonths,
  day,
  daysBetween,
  earliest,
  lastDayOfTerm,
  nextOnOrAfter,
  parseDay,
  wholeYearsBetween,
} from '../../../src/core/day.ts';

describe('a day', () => {
  test.each(['2026-11-22', '2024-02-29', '2000-02-29', '2026-12-31'])('%s is one', (text) => {
    expect(parseDay(text)).toBe(text);
    expect(day(text)).toBe(text);
  });

  test.each([
    '2026-11',
    '+012026-11-22',
    '2026-02-30',
    '2023-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-11-00',
    '22/11/2026',
    '2026-1-1',
    '',
    '2026-11-22T00:00',
    ' 2026-11-22',
  ])('%j is none', (text) => {
    expect(parseDay(text)).toBeNull();
    expect(() => day(text)).toThrow(RangeError);
    expect(() => day(text)).toThrow(`Not a day: ${text}`);
  });
});

test.each([
  ['2026-12-31', 1, '2027-01-01'],
  ['2024-02-28', 1, '2024-02-29'],
  ['2023-02-28', 1, '2023-03-01'],
  ['2026-01-01', -1, '2025-12-31'],
  ['2026-03-29', 1, '2026-03-30'],
])('%s and %i days is %s', (from, days, to) => {
  expect(addDays(day(from), days)).toBe(to);
  expect(daysBetween(day(from), day(to))).toBe(days);
});

test.each([
  ['2027-01-31', 1, '2027-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2026-11-22', 3, '2027-02-22'],
  ['2026-12-15', 1, '2027-01-15'],
  ['2024-02-29', 12, '2025-02-28'],
])('%s and %i months is %s', (from, months, to) => {
  expect(addMonths(day(from), months)).toBe(to);
});

test.each([
  ['2026-11-23', 3, '2027-02-22'],
  ['2027-01-31', 1, '2027-02-28'],
  ['2027-01-29', 1, '2027-02-28'],
  ['2027-01-28', 1, '2027-02-27'],
  ['2028-01-30', 1, '2028-02-29'],
  ['2027-03-01', 3, '2027-05-31'],
  ['2026-12-01', 1, '2026-12-31'],
])('a term from %s of %i months ends on %s', (from, months, last) => {
  expect(lastDayOfTerm(day(from), months)).toBe(last);
});

test.each([
  ['2004-02-29', '2024-02-28', 19],
  ['2004-02-29', '2024-02-29', 20],
  ['2004-02-29', '2023-02-28', 18],
  ['2004-02-29', '2023-03-01', 19],
  ['1998-11-22', '2026-11-21', 27],
  ['1998-11-22', '2026-11-22', 28],
])('born %s, on %s: %i years', (from, to, years) => {
  expect(wholeYearsBetween(day(from), day(to))).toBe(years);
});

test.each([
  ['2026-08-31', '2025-09-01', '2026-08-31'],
  ['2026-09-01', '2026-09-01', '2027-08-31'],
  ['2027-01-15', '2026-09-01', '2027-08-31'],
])('the academic year of %s is %s to %s', (on, start, end) => {
  expect(academicYearStart(day(on))).toBe(start);
  expect(academicYearEnd(day(on))).toBe(end);
});

test.each([
  ['2013-09-29', '2013-09-30'],
  ['2013-09-30', '2013-09-30'],
  ['2013-10-01', '2014-09-30'],
])('the first 30 September on or after %s is %s', (on, next) => {
  expect(nextOnOrAfter(day(on), 9, 30)).toBe(next);
});

test('the earlier of two days', () => {
  expect(earliest(day('2026-01-01'), day('2026-01-02'))).toBe('2026-01-01');
  expect(earliest(day('2026-01-02'), day('2026-01-01'))).toBe('2026-01-01');
});
