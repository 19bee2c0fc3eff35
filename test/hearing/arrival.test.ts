import { describe, expect, test } from 'vitest';
import { told } from './ears.ts';

const asked = 'monthsInFrance';

describe('asked how long one has been in France', () => {
  test.each([
    ['en', 'five months ago', { stayFrom: '2026-06-28', monthsInFrance: 5 }],
    ['en', 'a fortnight or so', { monthsInFrance: 0.46 }],
    ['en', 'since last week', { monthsInFrance: 0 }],
    ['en', 'since september', { stayFrom: '2026-09-01' }],
    ['fr', 'il y a trois mois', { stayFrom: '2026-08-28', monthsInFrance: 3 }],
    ['es', 'hace cuatro meses', { stayFrom: '2026-07-28', monthsInFrance: 4 }],
    ['it', 'tre mesi fa', { stayFrom: '2026-08-28', monthsInFrance: 3 }],
    ['pt', 'há cinco meses', { stayFrom: '2026-06-28', monthsInFrance: 5 }],
  ])('%s: %s', (language, text, facts) => {
    expect(told(text, { language, asked })).toEqual(facts);
  });

  test.each([
    ['en', 'we are not there yet'],
    ['en', 'i only just landed'],
    ['en', 'still back home'],
    ['fr', 'je suis encore au pays'],
    ['fr', 'pas encore venue'],
    ['fr', 'je viens tout juste d’arriver'],
    ['es', 'aún no he venido'],
    ['es', 'recién aterrizado'],
    ['it', 'non sono ancora partita'],
    ['it', 'appena sbarcato'],
    ['pt', 'ainda não vim'],
    ['pt', 'cheguei ontem'],
  ])('%s: no month has passed: %s', (language, text) => {
    expect(told(text, { language, asked })).toMatchObject({ monthsInFrance: 0 });
  });

  test('a month to come is an arrival to come', () => {
    expect(told('not yet, I come in January', { asked })).toEqual({ stayFrom: '2027-01-01', monthsInFrance: 0 });
  });
});

test.each([
  ['en', 'I have not arrived in France yet'],
  ['fr', 'je ne suis pas encore arrivée'],
  ['es', 'todavía no he llegado'],
  ['it', 'sono appena arrivato'],
  ['pt', 'acabei de chegar'],
])('unasked it is told as well, %s: %s', (language, text) => {
  expect(told(text, { language })).toMatchObject({ monthsInFrance: 0 });
});

test.each([
  ['pt', 'moro em França há 7 semanas', 1.61],
  ['pt', 'estou aqui há um mês', 1],
  ['es', 'vivo en Francia desde hace 3 meses', 3],
])('who lives here since then, %s: %s', (language, text, monthsInFrance) => {
  expect(told(text, { language })).toMatchObject({ monthsInFrance });
});

test.each([
  ['en', 'been registered for 2 months'],
  ['it', 'sono senza assicurazione da 3 mesi'],
  ['pt', 'estou sem seguro há 2 meses'],
])('not every time that goes on is one in France, %s: %s', (language, text) => {
  expect(told(text, { language })).not.toHaveProperty('monthsInFrance');
});

test('how long somebody stays is not how long they have been here', () => {
  expect(told('not yet decided', { asked: 'stayMonths' })).toEqual({ stayMonths: 'unknown' });
  expect(told('two months ago', { asked: 'stayMonths' })).not.toHaveProperty('stayMonths');
});
