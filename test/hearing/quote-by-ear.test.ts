import { describe, expect, test } from 'vitest';
import { told } from './ears.ts';

describe('a quote', () => {
  const form = 'quote';
  test.each([
    ['en', 'half a year of the medical offer, so two times three months', { term: 'P3M', times: 2 }],
    ['en', 'three months, no, a single month of the medical one', { term: 'P1M' }],
    ['en', 'I would like three months of the medical offer', { term: 'P3M' }],
    ['fr', 'neuf mois de médicale, donc trois fois trois mois', { term: 'P3M', times: 3 }],
  ])('%s: %s', (language, text, item) => {
    expect(told(text, { language, form })).toEqual({ items: [{ product: 'tranquillite', ...item }] });
  });

  test('what others have taken is refused, and nothing before it', () => {
    expect(told('la RC, la médicale ma tante l’a déjà prise', { language: 'fr', form, asked: 'items' })).toEqual({
      items: [{ product: 'rc' }],
    });
  });
});

describe('the liability by what it is for', () => {
  test.each([
    ['en', 'the one in case I break something'],
    ['fr', 'celle si je blesse quelqu’un'],
    ['de', 'die, wenn ich jemanden verletze'],
    ['es', 'la de los daños que hago'],
    ['it', 'quella per i danni che faccio'],
    ['pt', 'a dos estragos que faço'],
  ])('%s: %s', (language, text) => {
    expect(told(text, { language, form: 'quote', asked: 'items' })).toEqual({ items: [{ product: 'rc' }] });
  });
});
