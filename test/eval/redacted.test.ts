import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { evaluateRedaction } from '../../src/eval/on-redaction.ts';
import { scoreRedaction, type RedactionScores } from '../../src/eval/redacted.ts';
import { readRedactionFile, type RedactionLine } from '../../src/eval/redaction-file.ts';

function linesOf(...lines: readonly object[]): readonly RedactionLine[] {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-redaction-'));
  const file = join(folder, 'lines.jsonl');
  writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'));
  try {
    return readRedactionFile(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('A string is', () => {
  const secret = { id: 'a', want: 'redact', kind: 'phone', lang: 'en', text: 'tel 06 12, 34', secret: ['06 12', '34'] };
  const ordinary = { want: 'keep', text: 'call 3646', must: '3646' };
  test.each([
    ['found when nothing of its secret is left', secret, () => 'tel [phone]', 'found'],
    ['missed when a part is left', secret, () => 'tel [phone], 34', 'missed'],
    ['missed when a part is only written otherwise', secret, () => 'tel ٠٦١٢', 'missed'],
    ['kept when all that must stay is there', ordinary, (text: string) => text.replace('call', '[name]'), 'kept'],
    ['lost when it is not', ordinary, () => 'call [number]', 'lost'],
  ])('%s', (_, line, redact, verdict) => {
    expect(scoreRedaction(linesOf(line), redact).lines[0]?.verdict).toBe(verdict);
  });

  test('counted by kind and language, and named by its id or its text', () => {
    const scores = scoreRedaction(linesOf(secret, ordinary), (text) => text);
    expect(scores).toMatchObject({ personal: 1, found: 0, ordinary: 1, kept: 1 });
    expect(Object.keys(scores.byKind)).toEqual(['keep: other', 'phone']);
    expect(Object.keys(scores.byLanguage)).toEqual(['any', 'en']);
    expect(scores.lines).toEqual([
      { id: 'a', verdict: 'missed', redacted: secret.text },
      { text: 'call 3646', verdict: 'kept', redacted: 'call 3646' },
    ]);
  });

  test('a line that is no such object is named', () => {
    expect(() => linesOf({ want: 'redact', text: 'no secret' })).toThrow(/lines\.jsonl:1/);
  });
});

test.each([
  ['sealed', 0.97, 0.99],
  ['open', 0.95, 0.95],
  ['second', 0.98, 0.98],
  ['third', 0.97, 0.97],
  ['fifth', 0.97, 0.95],
])('%s strings in eight languages are found and kept no worse than measured', (name, found, kept) => {
  const scores = JSON.parse(
    evaluateRedaction(`test/eval/redaction/${name}.jsonl`, { json: true, knowledge: 'knowledge' }),
  ) as RedactionScores;
  expect(Object.keys(scores.byLanguage)).toHaveLength(8);
  expect(scores.found / scores.personal).toBeGreaterThanOrEqual(found);
  expect(scores.kept / scores.ordinary).toBeGreaterThanOrEqual(kept);
});

test('numbers in any groups are found no worse than measured', () => {
  const scores = JSON.parse(
    evaluateRedaction('test/eval/redaction/fourth.jsonl', { json: true, knowledge: 'knowledge' }),
  ) as RedactionScores;
  expect(scores.found / scores.personal).toBeGreaterThanOrEqual(0.98);
});
