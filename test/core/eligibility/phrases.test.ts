import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { covers } from '../../../src/core/eligibility/cover.ts';
import { fieldOrder, rowIds, situationSchema } from '../../../src/core/eligibility/index.ts';
import type { PhraseTree } from '../../../src/voice/content.ts';
import { decideEligibility, parseSituation } from '../../../src/core/eligibility/index.ts';
import { law } from './law.ts';
import { situations } from './situations.ts';

const phrases = Object.fromEntries(
  ['en', 'fr'].map((language) => [language, read(`languages/${language}/phrases/eligibility.yaml`) as PhraseTree]),
);
const facts = read('facts.yaml') as Record<string, unknown>;
const places = read('places.yaml') as Record<string, unknown>;

describe('every text of a decision', () => {
  const said = new Set<string>();
  const cited = new Set<string>();
  const rows = new Set<string>();
  for (const situation of situations) {
    const decision = decideEligibility(situation, law);
    collect(decision, said, cited);
    if (decision.kind === 'decided') rows.add(decision.row);
  }

  test('comes from all 31 rows', () => {
    expect([...rows].sort()).toEqual([...rowIds]);
  });

  test.each(['en', 'fr'])('is a phrase in %s', (language) => {
    expect([...said].filter((key) => !hasPhrase(language, key))).toEqual([]);
  });

  test('cites facts that the ledger has', () => {
    expect([...cited].filter((fact) => !(fact in facts))).toEqual([]);
    const reasons = Object.values(law.rows).flatMap(({ because }) => because.flatMap((ground) => ground.facts));
    expect(reasons.filter((fact) => !(fact in facts))).toEqual([]);
  });

  test('leads to places that there are', () => {
    expect(Object.keys(law.places).filter((place) => !(place in places))).toEqual([]);
  });
});

describe('phrases for the dialogs', () => {
  const fields = Object.keys(situationSchema.shape);

  test.each(['en', 'fr'])('ask for, explain and name every field in %s', (language) => {
    const wanted = [
      ...fieldOrder.flatMap((field) => [`ask.${field}`, `why.${field}`]),
      ...fieldOrder.filter((field) => field !== 'on').map((field) => `settle.${field}`),
      ...fields.flatMap((field) => [`label.${field}`, `accepted.${field}`]),
      ...['A1', 'A2', 'A3', 'A4', 'A5', 'A6'].map((addOn) => `addOn.${addOn}`),
    ];
    expect(wanted.filter((key) => !hasPhrase(language, `eligibility:${key}`))).toEqual([]);
  });

  test('are the same in both languages, with the same variables', () => {
    expect(Object.fromEntries(leaves(phrases['fr']!).map(([key, text]) => [key, braces(text)]))).toEqual(
      Object.fromEntries(leaves(phrases['en']!).map(([key, text]) => [key, braces(text)])),
    );
  });

  test('hold no figure of their own', () => {
    const officialNames = /SE 401 Q102 bis|SE 401 Q106|S1|\{\{.*?\}\}/g;
    const typed = ['en', 'fr'].flatMap((language) =>
      leaves(phrases[language]!).filter(([, text]) => /\d/.test(text.replace(officialNames, ''))),
    );
    expect(typed).toEqual([]);
  });

  test('of a refusal are there too', () => {
    const refusals = [
      { on: '2009-01-01' },
      { stayFrom: '2027-01-02', stayUntil: '2027-01-01' },
      { on: '2026-11-22', birthDate: '2027-01-01' },
      { on: '2026-11-22', birthDate: '1900-01-01' },
      { on: '2026-11-22', birthDate: '2000-01-01', age: 3 },
      ...['none', 'partial', 'full'].map((ehic) => ({
        on: '2026-11-22',
        ehic,
        ehicUntil: ehic === 'none' ? '2027-08-31' : '2026-11-01',
      })),
      { on: '2026-11-22', nationality: 'BR', s1: true },
      { on: '2026-11-22', insuredIn: 'BR', ehic: 'full', quebecForm: true },
      { on: '2026-11-22', quebecForm: true, ehic: 'full' },
    ];
    const said = new Set<string>();
    for (const input of refusals) {
      const parsed = parseSituation(input, law);
      expect(parsed.kind).toBe('unanswerable');
      collect(parsed, said, new Set());
    }
    for (const language of ['en', 'fr']) expect([...said].filter((key) => !hasPhrase(language, key))).toEqual([]);
  });
});

function collect(value: unknown, said: Set<string>, cited: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, held] of Object.entries(value)) {
    if (key === 'key') said.add(String(held));
    else if (key === 'cites') for (const fact of held as string[]) cited.add(fact);
    else collect(held, said, cited);
  }
}

function hasPhrase(language: string, key: string): boolean {
  if (!key.startsWith('eligibility:')) return false;
  const path = key.slice('eligibility:'.length).split('.');
  const found = (last: string) =>
    [...path.slice(0, -1), last].reduce<unknown>(
      (tree, part) => (tree as PhraseTree | undefined)?.[part],
      phrases[language],
    );
  const last = path.at(-1) ?? '';
  return [last, `${last}_other`].some((name) => typeof found(name) === 'string');
}

function leaves(tree: PhraseTree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : leaves(value as PhraseTree, `${path}${key}.`),
  );
}

function braces(text: string): readonly string[] {
  return [...text.matchAll(/\{\{(.*?)\}\}/g)].map(([, body = '']) => body).sort();
}

function read(path: string): unknown {
  return parse(readFileSync(new URL(`../../../knowledge/${path}`, import.meta.url), 'utf8'));
}

test('covers are what the combinations of origin, papers and stay make', () => {
  expect(covers).toHaveLength(24);
});
