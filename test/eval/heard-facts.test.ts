import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { evaluateFacts } from '../../src/eval/on-facts.ts';
import type { FactScores } from '../../src/eval/heard-facts.ts';

const folder = mkdtempSync(join(tmpdir(), 'guichet-facts-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const line = {
  lang: 'en',
  form: 'eligibility',
  asked: null,
  text: 'i am Maltese and i stay 7 months',
  not: [],
  on: '2026-11-28',
  kind: 'stay',
};

function scored(lines: readonly object[]): FactScores {
  const file = join(folder, 'facts.jsonl');
  writeFileSync(file, lines.map((one) => JSON.stringify(one)).join('\n'));
  return JSON.parse(evaluateFacts(file, { json: true, knowledge: 'knowledge' })) as FactScores;
}

describe('Facts scored', () => {
  test.each<[string, object, string]>([
    ['all of them', { facts: { nationality: 'MT', stayMonths: 7 } }, 'right'],
    [
      'a value that is accepted',
      { facts: { nationality: 'MT', stayMonths: 6 }, accept: { stayMonths: { min: 6, max: 8 } } },
      'right',
    ],
    [
      'a school told by the way',
      { text: 'i am Maltese, 7 months at the university', facts: { nationality: 'MT', stayMonths: 7 } },
      'right',
    ],
    ['one that is not heard', { facts: { nationality: 'MT', stayMonths: 7, age: 20 } }, 'missed'],
    ['another value', { facts: { nationality: 'MT', stayMonths: 6 } }, 'wrong'],
    ['a field that must not be taken', { facts: { nationality: 'MT' }, not: ['stayMonths'] }, 'wrong'],
    ['a field that is not there', { facts: { nationality: 'MT' } }, 'wrong'],
  ])('%s', (_, told, verdict) => {
    const { lines } = scored([{ id: 'a', ...line, ...told }]);
    expect(lines.map((one) => one.verdict)).toEqual([verdict]);
  });

  test('by kind and language, without those that cannot be heard yet', () => {
    const facts = { nationality: 'MT', stayMonths: 7 };
    const { right, byKind, byLanguage } = scored([
      { id: 'a', ...line, facts },
      { id: 'b', ...line, facts, kind: 'several' },
      { id: 'c', ...line, facts, lang: 'nl' },
    ]);
    expect(right).toBe(2);
    expect(Object.keys(byKind)).toEqual(['several', 'stay']);
    expect(byLanguage).toEqual({ en: { right: 2, missed: 0, wrong: 0 } });
  });

  test('a line that is no such object is named', () => {
    expect(() => scored([{ id: 'a', text: 'no facts' }])).toThrow(/facts\.jsonl:1/);
  });
});

describe('Lines that nothing was built on', () => {
  // What was measured in November 2026, less a line or two: the share may grow, and must not fall.
  test.each([
    ['sealed-en', 0.85, 0.04],
    ['sealed-fr', 0.85, 0.045],
    ['kept-en', 0.89, 0.03],
    ['kept-fr', 0.85, 0.065],
  ])('%s: heard no worse', (name, right, wrong) => {
    const scores = JSON.parse(
      evaluateFacts(`test/eval/facts/${name}.jsonl`, { json: true, knowledge: 'knowledge' }),
    ) as FactScores;
    expect(scores.right / scores.lines.length).toBeGreaterThanOrEqual(right);
    expect(scores.wrong / scores.lines.length).toBeLessThanOrEqual(wrong);
  });
});
