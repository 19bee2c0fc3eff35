import { expect, test } from 'vitest';
import { day } from '../../src/core/day.ts';
import { answerBy, isOpen, type Opening } from '../../src/core/opening.ts';

/** Weekdays 9 to 12 and 13:30 to 17, Friday until noon; closed on Christmas Day and the week after. */
const whole = [
  { from: 9 * 60, until: 12 * 60 },
  { from: 13.5 * 60, until: 17 * 60 },
];
const opening: Opening = {
  week: [whole, whole, whole, whole, whole.slice(0, 1), [], []],
  closed: [
    { from: day('2026-12-25'), until: day('2026-12-25') },
    { from: day('2026-12-28'), until: day('2027-01-01') },
  ],
  answersWithinHours: 4,
};
const at = (on: string, time: string) => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return { day: day(on), minute: hours * 60 + minutes };
};

test.each([
  ['in the morning', '2026-11-23', '09:00', true],
  ['a minute before', '2026-11-23', '08:59', false],
  ['at lunch', '2026-11-23', '12:00', false],
  ['when it closes', '2026-11-23', '17:00', false],
  ['on Friday afternoon', '2026-11-27', '14:00', false],
  ['on Saturday', '2026-11-28', '10:00', false],
  ['on Christmas Day, a Friday', '2026-12-25', '10:00', false],
  ['between the years', '2026-12-30', '10:00', false],
  ['the Monday after', '2027-01-04', '10:00', true],
])('%s', (_, on, time, open) => {
  expect(isOpen(opening, at(on, time))).toBe(open);
});

test.each([
  ['four open hours later, over lunch', '2026-11-23', '09:00', '2026-11-23', '14:30'],
  ['who asks late is answered the next morning', '2026-11-23', '16:00', '2026-11-24', '12:00'],
  ['on a weekend the hours begin on Monday', '2026-11-28', '23:15', '2026-11-30', '14:30'],
  ['on Friday at eleven: an hour then, three on Monday', '2026-11-27', '11:00', '2026-11-30', '12:00'],
  ['what is closed is passed over', '2026-12-24', '16:00', '2027-01-04', '12:00'],
  ['rounded up to the half hour', '2026-11-23', '09:07', '2026-11-23', '15:00'],
])('%s', (_, on, time, byDay, byTime) => {
  expect(answerBy(opening, at(on, time))).toEqual(at(byDay, byTime));
});

test('a desk that does not open tells no time', () => {
  const shut = { ...opening, week: opening.week.map(() => []) };
  expect(answerBy(shut, at('2026-11-23', '09:00'))).toBeNull();
});

test('a day that the week does not name has no hours', () => {
  const weekdays = { ...opening, week: opening.week.slice(0, 5) };
  expect(isOpen(weekdays, at('2026-11-28', '10:00'))).toBe(false);
});
