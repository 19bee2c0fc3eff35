import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readJsonLines } from '../../src/eval/json-lines.ts';
import { knowledge, told } from './ears.ts';

/** One thing said in several languages, and all that is heard of it: the traps of rent, waiting, visas and other people with it. */
const Alike = z.object({
  form: z.string(),
  asked: z.string().nullable(),
  facts: z.record(z.string(), z.unknown()),
  texts: z.record(z.string(), z.string()),
});
const rows = readJsonLines('test/hearing/alike.jsonl', Alike);

describe('The same is heard in every language', () => {
  test.each(rows)('$texts', ({ form, asked, facts, texts }) => {
    const heard = Object.entries(texts).map(([language, text]) => [text, told(text, { language, form, asked })]);
    expect(heard).toEqual(Object.values(texts).map((text) => [text, facts]));
  });
});

describe('A name that is an ordinary word', () => {
  const names = Object.entries(knowledge.hearing).flatMap(([language, { countries }]) =>
    countries.ordinary.map((name) => ({ language, name })),
  );

  test.each(names)('$language: $name tells no nationality without a cue', ({ language, name }) => {
    expect(told(name, { language })).not.toHaveProperty('nationality');
    expect(told(`22, ${name}, 9`, { language })).not.toHaveProperty('nationality');
  });

  test.each([
    ['it', 'vengo da Lima', null, 'PE'],
    ['it', 'Mali', 'nationality', 'ML'],
    ['it', 'va tutto male, sono greco', 'nationality', 'GR'],
    ['de', 'ich komme aus Polen', null, 'PL'],
  ])('%s: %s (asked: %s) is %s', (language, text, asked, code) => {
    expect(told(text, { language, asked })['nationality']).toBe(code);
  });
});

describe('What only a letter or a word of one language tells apart', () => {
  test.each<[string, string, string | null, Record<string, unknown>]>([
    ['it', "e' il 20 maggio, il mio ultimo giorno in Francia", 'stayUntil', { stayUntil: '2027-05-20' }],
    ['it', 'il mio contratto è di 5 mesi', null, {}],
    ['pt', 'o meu visto é de 7 meses', null, {}],
    ['fr', "j'arrive à Noël", null, { stayFrom: '2026-12-25' }],
    ['it', 'arrivo a febbraio', null, { stayFrom: '2027-02-01' }],
    ['pt', 'chego a 3 de fevereiro', null, { stayFrom: '2027-02-03' }],
    ['es', 'llegué el martes pasado', null, { stayFrom: '2026-11-24' }],
    ['en', 'the first Monday of September', 'stayFrom', { stayFrom: '2026-09-07' }],
    ['fr', 'le premier mardi de septembre', 'stayFrom', { stayFrom: '2026-09-01' }],
    ['fr', 'trois mars deux mille quatre', 'birthDate', { birthDate: '2004-03-03' }],
    ['it', 'tre marzo duemilaquattro', 'birthDate', { birthDate: '2004-03-03' }],
    ['en', '6 June 98', 'birthDate', { birthDate: '1998-06-06' }],
    ['fr', 'une durée de six (6) mois', 'stayMonths', { stayMonths: 6 }],
    ['en', 'a little under three months', 'stayMonths', {}],
    ['es', 'un poco menos de tres meses', 'stayMonths', {}],
    ['fr', 'pas cinq, sept', 'stayMonths', { stayMonths: 7 }],
    ['pt', 'até amanhã!', null, {}],
    ['pt', 'porque pergunta isso?', 'lowIncome', {}],
  ])('%s: %s (asked: %s)', (language, text, asked, facts) => {
    expect(told(text, { language, asked })).toEqual(facts);
  });
});

describe('What was once misheard', () => {
  test.each<[string, string, string | null, Record<string, unknown>]>([
    ['en', 'the gp took 25 euros on 10/05/2024', null, { act: 'gp', charged: '25.00', on: '2024-05-10' }],
    ['en', 'october 20th', 'on', { on: '2026-10-20' }],
    ['en', 'gp x2, 26.50 each', null, { act: 'gp', charged: '26.50', visits: 2 }],
    ['fr', 'généraliste x2 à 26,50 €', null, { act: 'gp', charged: '26.50', visits: 2 }],
  ])('%s: %s (asked: %s)', (language, text, asked, facts) => {
    expect(told(text, { language, form: 'reimbursement', asked })).toEqual(facts);
  });

  test('the months of a card are no months of a stay', () => {
    expect(told('my ehic is good all year, i am at the university for 9 months')['stayMonths']).toBe(9);
  });
});
