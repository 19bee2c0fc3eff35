import { describe, expect, test } from 'vitest';
import { OpeningField } from '../../src/knowledge/opening-schema.ts';
import { openingOf, openingWritten } from '../../src/knowledge/read-opening.ts';
import { sayOpening } from '../../src/voice/opening-hours.ts';

/** Opening hours in words, as folders of before have them, read as data; and data said in words. */
describe('hours in words', () => {
  test.each([
    ['en', 'Monday to Friday, 9:00 to 17:00', '09:00-17:00', 5],
    ['fr', 'du lundi au vendredi, de 9 h à 17 h', '09:00-17:00', 5],
    ['fr', 'du lundi au samedi, de 8 h 30 à 12 h', '08:30-12:00', 6],
    ['pt', 'segunda a sexta, das 9h às 17h', '09:00-17:00', 5],
    ['es', 'de lunes a viernes, de 9:00 a 17:00', '09:00-17:00', 5],
    ['it', 'dal lunedì al venerdì, dalle 9.30 alle 17', '09:30-17:00', 5],
  ])('%s: %s', (language, text, period, days) => {
    const written = openingWritten({ [language]: text });
    expect(Object.values(written?.days ?? {})).toEqual(Array.from({ length: days }, () => [period]));
  });

  test.each([
    ['two periods', 'Monday to Friday, 9:00 to 12:00 and 14:00 to 17:00'],
    ['days apart', 'Monday, Wednesday and Friday, 9:00 to 17:00'],
    ['words alone', 'by appointment'],
    ['no days', '9:00 to 17:00'],
  ])('what cannot be read tells no hours: %s', (_, text) => {
    expect(openingWritten({ en: text })).toBeNull();
    expect(openingOf({ contact: { email: 'a@example.org', hours: { en: text } } })).toBeNull();
  });

  test('a folder of before tells the time that its words give', () => {
    const opening = openingOf({
      contact: { email: 'a@example.org', hours: { en: 'Monday to Friday, 9:00 to 17:00' } },
    });
    expect(opening).toMatchObject({ closed: [], answersWithinHours: 4 });
    expect(opening?.week.map((periods) => periods.length)).toEqual([1, 1, 1, 1, 1, 0, 0]);
  });
});

const data = {
  days: { monday: ['09:00-12:00', '13:30-17:00'], tuesday: ['09:00-12:00', '13:30-17:00'], friday: ['09:00-12:00'] },
};

test.each([
  ['en-GB', 'Monday – Tuesday 09:00–12:00, 13:30–17:00; Friday 09:00–12:00'],
  ['fr-FR', 'lundi – mardi 09:00 – 12:00, 13:30 – 17:00; vendredi 09:00 – 12:00'],
  ['de-DE', 'Montag – Dienstag 09:00–12:00 Uhr, 13:30–17:00 Uhr; Freitag 09:00–12:00 Uhr'],
])('said in %s', (culture, said) => {
  expect(sayOpening(OpeningField.parse(data), culture)).toBe(said);
});

test.each([
  ['a period that ends before it begins', { monday: ['17:00-09:00'] }],
  ['a time that is none', { monday: ['9-17'] }],
  ['a day that is none', { lundi: ['09:00-17:00'] }],
])('refused: %s', (_, days) => {
  expect(OpeningField.safeParse({ days }).success).toBe(false);
});
