import { describe, expect, test } from 'vitest';
import { hear, told } from './ears.ts';

/** What is told while something else is asked: taken for what it is, or asked which, and never an answer to the question. */
describe('until a month, asked something else', () => {
  const until = (language: string, text: string, known: Record<string, unknown>) =>
    hear(text, { language, asked: 'work', told: known });

  test.each([
    ['en', 'only until february', '2027-02-28'],
    ['fr', "jusqu'en avril", '2027-04-30'],
    ['de', 'bis März', '2027-03-31'],
    ['es', 'hasta mayo', '2027-05-31'],
    ['it', 'fino a marzo', '2027-03-31'],
    ['pt', 'até abril', '2027-04-30'],
    ['zh', '到五月', '2027-05-31'],
    ['ar', 'حتى أبريل', '2027-04-30'],
  ])('is a stay to be confirmed, in %s: %s', (language, text, day) => {
    const { facts } = until(language, text, {});
    expect(facts).toMatchObject([{ field: 'stayUntil', value: day, cue: 'weak' }]);
  });

  test.each([
    ['a card without a last day', { ehic: 'full' }],
    ['a card and a stay that both have one', { ehicUntil: '2027-03-31', stayUntil: '2027-06-30' }],
    ['a card with one, and a stay in months', { ehicUntil: '2027-03-31', stayMonths: 9 }],
  ])('is of the card or of the stay where there is %s', (_, known) => {
    const { facts, unclear } = until('en', 'till may', known);
    expect(facts).toEqual([]);
    expect(unclear).toMatchObject([
      { field: 'stayUntil', readings: [{ value: '2027-05-31' }, { field: 'ehicUntil', value: '2027-05-31' }] },
    ]);
  });

  test.each([{ ehic: 'none' }, { ehicUntil: '2027-03-31' }, { nationality: 'BR' }])(
    'is of the stay with %o',
    (known) => {
      expect(until('en', 'till may', known).facts).toMatchObject([{ field: 'stayUntil' }]);
    },
  );

  test.each(['yes, until may', 'yes till may', 'my lease is until may', 'the bakery wants me until may'])(
    'is nothing of the sort: %s',
    (text) => {
      expect(until('en', text, {}).facts.filter(({ field }) => field === 'stayUntil')).toEqual([]);
    },
  );
});

describe('a no that takes back what was told before', () => {
  const known = { nationality: 'DE', ehicUntil: '2027-03-31', stayUntil: '2027-07-31' };

  test.each([
    ['en', 'no hang on, my card runs out in 2029', { ehicUntil: '2029-12-31' }],
    ['en', 'no, i am austrian', { nationality: 'AT' }],
    ['fr', 'non attendez, ma carte est valable jusqu’en 2029', { ehicUntil: '2029-12-31' }],
    ['de', 'nein Moment, meine Karte läuft bis 2029', { ehicUntil: '2029-12-31' }],
    ['es', 'no, perdón, la tarjeta caduca en 2029', { ehicUntil: '2029-12-31' }],
    ['it', 'no scusa, la tessera scade nel 2029', { ehicUntil: '2029-12-31' }],
    ['pt', 'não, desculpe, o cartão vence em 2029', { ehicUntil: '2029-12-31' }],
    ['zh', '不，卡2029年到期', { ehicUntil: '2029-12-31' }],
    ['ar', 'لا، بطاقتي صالحة حتى 2029', { ehicUntil: '2029-12-31' }],
  ])('answers nothing, in %s: %s', (language, text, facts) => {
    expect(told(text, { language, asked: 's1', told: known })).toEqual(facts);
  });

  test.each([
    ['no, and my card runs out in 2029', { s1: false, ehicUntil: '2029-12-31' }],
    ['No. My card runs out in 2029.', { s1: false, ehicUntil: '2029-12-31' }],
    ['no, but I stay until may', { s1: false, stayUntil: '2027-05-31' }],
  ])('joined or in a sentence of its own it is an answer: %s', (text, facts) => {
    expect(told(text, { asked: 's1', told: known })).toEqual(facts);
  });

  test('and where nothing of it was told before', () => {
    expect(told('no, i am austrian', { asked: 'registered' })).toEqual({ registered: false, nationality: 'AT' });
  });
});

describe('a nothing that belongs to what is said', () => {
  test.each([
    ['en', 'then it is for nothing'],
    ['en', 'so the school pays nothing'],
    ['fr', 'alors ça vaut rien'],
    ['de', 'dann zahle ich gar nichts'],
    ['es', 'entonces no pago nada'],
    ['it', 'allora non pago niente'],
    ['pt', 'então não pago nada'],
  ])('is no answer, in %s: %s', (language, text) => {
    expect(told(text, { language, asked: 'registered' })).toEqual({});
  });

  test.each([
    ['en', 'nothing'],
    ['en', 'no, nothing at all'],
    ['en', 'I have done nothing'],
    ['fr', 'rien du tout'],
    ['fr', "j'attends depuis un mois, toujours rien"],
    ['de', 'nein, gar nichts'],
    ['es', 'nada'],
    ['it', 'no, niente'],
    ['pt', 'não, nada'],
  ])('alone, or of what was asked, it is one, in %s: %s', (language, text) => {
    expect(told(text, { language, asked: 'registered' })['registered']).toBe(false);
  });
});

test.each([
  ['en', 'yes, just a part of it'],
  ['en', 'partly'],
  ['fr', 'en partie seulement'],
  ['de', 'ja, aber nur zum Teil'],
  ['es', 'sí, en parte'],
  ['it', 'sì, parzialmente'],
  ['pt', 'sim, em parte'],
  ['zh', '只有一半'],
  ['ar', 'جزئيا'],
])('a card for a part is none for the whole stay, in %s: %s', (language, text) => {
  expect(told(text, { language, asked: 'ehic' })).toEqual({ ehic: 'partial' });
});
