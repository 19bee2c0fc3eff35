import { expect, test } from 'vitest';
import { addDays, day, type Day } from '../../../src/core/day.ts';
import { told } from '../ears.ts';
import { languages, ways, type Ways } from './ways.ts';

/** All of a leap year, and of the others the last day of each month: a year is read beside every month. */
function days(): readonly Day[] {
  const all: Day[] = [];
  for (let date = day('2010-01-01'); date <= '2030-12-31'; date = addDays(date, 1)) {
    if (date.startsWith('2028') || addDays(date, 1).endsWith('-01')) all.push(date);
  }
  return all;
}

function written(date: Day, { months, figures, counted, days: forms, firsts }: Ways): readonly string[] {
  const [year = 0, month = 0, dayOfMonth = 0] = date.split('-').map(Number);
  const numerals = counted?.split(' ');
  const all = dayOfMonth === 1 ? [...forms, ...firsts] : forms;
  const texts = months.flatMap((names) =>
    figures.flatMap((ten) => {
      const inFigures = (number: number) => String(number).replaceAll(/\d/g, (figure) => ten[Number(figure)] ?? figure);
      const put: Readonly<Record<string, string>> = {
        y: String(year),
        yy: String(year).slice(2),
        m: String(month),
        d: String(dayOfMonth),
        mm: date.slice(5, 7),
        dd: date.slice(8),
        month: (names.split(' ')[month - 1] ?? '').replaceAll('_', ' '),
        Y: inFigures(year),
        M: numerals?.[month - 1] ?? inFigures(month),
        D: numerals?.[dayOfMonth - 1] ?? inFigures(dayOfMonth),
      };
      return all.map((form) => form.replaceAll(/\{(\w+)\}/g, (_, name: string) => put[name] ?? ''));
    }),
  );
  return [...new Set(texts)];
}

test.each(languages)('Every day from 2010 to 2030 reads back in every written form, %s', (language) => {
  const own = ways[language];
  if (own === undefined) return;
  const wrong = days().flatMap((date) =>
    written(date, own).flatMap((text) => {
      const facts = told(text, { language, asked: 'stayUntil' });
      const right = Object.keys(facts).length === 1 && Object.values(facts).every((value) => value === date);
      return right ? [] : [`${text}: ${JSON.stringify(facts)}, not ${date}`];
    }),
  );
  expect(wrong).toEqual([]);
});
