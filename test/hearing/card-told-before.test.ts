import { describe, expect, test } from 'vitest';
import { told } from './ears.ts';

/** "It expires in 2027", asked for something else, where a card was told. */
describe('a last day of nothing named is that of the card that was told', () => {
  const until = { ehicUntil: '2027-12-31' };
  test.each([
    ['en', 'it runs out in 2027'],
    ['fr', 'elle est valable jusqu’en 2027'],
    ['es', 'vence en 2027'],
    ['it', 'è valida fino al 2027'],
    ['pt', 'é válido até 2027'],
    ['de', 'läuft 2027 ab'],
    ['zh', '2027年过期'],
    ['ar', 'سارية حتى 2027'],
  ])('%s: %s', (language, text) => {
    expect(told(text, { language, asked: 'registered', told: { ehic: 'full' } })).toEqual(until);
    expect(told(text, { language, asked: 'registered' })).toEqual({});
    expect(told(text, { language, asked: 'registered', told: { ehic: 'none' } })).toEqual({});
  });

  test.each([
    ['en', 'my residence permit expires in 2027'],
    ['en', 'my lease runs out in 2027'],
    ['fr', "jusqu'en juin"],
    ['es', 'el pasaporte vence en 2027'],
    ['de', 'mein Visum läuft 2027 ab'],
  ])('%s: not of anything else: %s', (language, text) => {
    expect(told(text, { language, asked: 'registered', told: { ehic: 'full' } })).toEqual({});
  });
});
