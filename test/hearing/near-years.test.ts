import { expect, test } from 'vitest';
import { told } from './ears.ts';

test.each([
  ['en', 'I came to France in October last year', '2025-10-01'],
  ['en', 'last year in March I arrived in Lyon', '2025-03-01'],
  ['en', 'I arrived on 3 October of last year', '2025-10-03'],
  ['fr', "je suis arrivée en France en octobre l'an dernier", '2025-10-01'],
  ['fr', "arrivé le 3 octobre de l'année dernière", '2025-10-03'],
  ['es', 'llegué a Francia en octubre del año pasado', '2025-10-01'],
  ['it', "sono arrivata in Francia l'anno scorso a ottobre", '2025-10-01'],
  ['pt', 'cheguei à França em outubro do ano passado', '2025-10-01'],
  ['de', 'ich bin letztes Jahr im Oktober angekommen', '2025-10-01'],
  ['zh', '我去年十月来法国的', '2025-10-01'],
  ['ar', 'وصلت إلى فرنسا في أكتوبر من العام الماضي', '2025-10-01'],
])('a month is of the year that is told beside it: %s: %s', (language, text, stayFrom) => {
  expect(told(text, { language })).toMatchObject({ stayFrom });
});

test.each([
  ['en', 'I stay until March next year', '2027-03-31'],
  ['fr', "je reste jusqu'en mars de l'année prochaine", '2027-03-31'],
  ['zh', '我待到明年三月', '2027-03-31'],
])('and of one to come: %s: %s', (language, text, stayUntil) => {
  expect(told(text, { language })).toMatchObject({ stayUntil });
});

test('"last year" counts no year', () => {
  expect(told("l'an dernier", { language: 'fr', asked: 'stayMonths' })).toEqual({});
});
