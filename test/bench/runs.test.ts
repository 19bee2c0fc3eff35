import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asText, before, fellByAThird, note, runsOf } from './runs.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-runs-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test.each([
  [[3, 1, 2], '2.0 (1.0–3.0)'],
  [[4, 1, 3, 2], '2.5 (1.0–4.0)'],
  [[7], '7.0 (7.0–7.0)'],
])('%j is %s', (values, text) => {
  expect(asText(runsOf(values), 1)).toBe(text);
});

test('what was noted is found by its bench and its figure; what cannot be read is passed over', () => {
  const file = join(folder, 'history', 'bench.jsonl');
  expect(before('web', 'ofEcho', file)).toEqual([]);
  note('web', { ofEcho: 0.5 }, file);
  note('start', { ofEcho: 9 }, file);
  note('web', { other: 1 }, file);
  note('web', { ofEcho: 0.6 }, file);
  expect(before('web', 'ofEcho', file)).toEqual([0.5, 0.6]);
  writeFileSync(file, 'no line of ours\n');
  expect(before('web', 'ofEcho', file)).toEqual([]);
});

test.each([
  [0.5, [0.6, 0.5, 0.7], false],
  [0.39, [0.6, 0.5, 0.7], true],
  [0.1, [], false],
])('%d after %j fell by a third: %s', (now, earlier, fell) => {
  expect(fellByAThird(now, earlier)).toBe(fell);
});
