import { expect, test } from 'vitest';
import { forms } from '../../dialogs/index.ts';
import { day } from '../../src/core/day.ts';
import { dueFacts } from '../../src/knowledge/due-facts.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Knowledge } from '../../src/knowledge/schema.ts';
import { aFolder } from './a-folder.ts';

const knowledge = loadKnowledge(aFolder(), forms);
const page = {
  title: 'A page',
  publisher: 'A site',
  date: null,
  url: 'https://example.org/',
  consulted: day('2026-01-01'),
};

function due(on: string, facts: Knowledge['facts'], stated: Readonly<Record<string, readonly string[]>> = {}) {
  const pages = { law: { ...page, kind: 'law' as const }, press: { ...page, kind: 'press' as const } };
  return dueFacts({ ...knowledge, facts, pages }, { stated: new Map(Object.entries(stated)) }, day(on)).map(
    ({ fact }) => fact,
  );
}
const fact = (source: string, confidence: string, rest = {}) => {
  return { topic: 'cost', fact: 'It costs 1 €.', sources: [source], confidence, remark: false, ...rest };
};

test('a page is good for a year where it is official and sure, for less where it is not', () => {
  const facts = { 'X-01': fact('law', 'H'), 'X-02': fact('press', 'H'), 'X-03': fact('press', 'L') };
  expect(due('2026-01-30', facts)).toEqual([]);
  expect(due('2026-01-31', facts)).toEqual(['X-03']);
  expect(due('2026-07-02', facts)).toEqual(['X-03', 'X-02']);
  expect(due('2027-01-01', facts)).toEqual(['X-03', 'X-02', 'X-01']);
});

test('a day of its own comes before what its page is good for', () => {
  const facts = { 'X-01': fact('law', 'H', { lookAgain: day('2026-03-01') }) };
  expect([due('2026-02-28', facts), due('2026-03-01', facts)]).toEqual([[], ['X-01']]);
});

test('what a decision rests on is more dangerous than what a sentence says', () => {
  const facts = { 'X-01': fact('press', 'L'), 'X-02': fact('press', 'L'), 'X-03': fact('press', 'L') };
  const stated = { 'X-01': ['a.yaml'], 'X-02': ['eligibility/D29.yaml'], 'X-03': ['a.yaml {{rate fee}}'] };
  expect(due('2027-01-01', facts, stated)).toEqual(['X-02', 'X-03', 'X-01']);
});

test('facts of the documents do not change', () => {
  expect(due('2030-01-01', { 'S0-01': fact('press', 'L') })).toEqual([]);
});
