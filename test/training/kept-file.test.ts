import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isKept, keep, readKept } from '../../src/training/kept-file.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-kept-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const shared = Uint8Array.of(7);
const value = {
  name: 'été',
  of: new Map([['a', { list: [1, null, 'b'] }]]),
  numbers: [Uint8Array.of(1, 2, 3), Int8Array.of(-1), Uint16Array.of(65_535), Int32Array.of(-5, 6), new Uint32Array(0)],
  floats: { small: Float32Array.of(0.5, -0.25), large: Float64Array.of(0.1, 1e300) },
  twice: [shared, shared],
};

test('what is kept is read as it was, its numbers among it', () => {
  keep(folder, 'thing-', 'one', value);
  expect(readKept(folder, 'thing-', 'one')).toEqual(value);
});

test('numbers are read where they lie in the file', () => {
  keep(folder, 'thing-', 'two', { a: Float32Array.of(1), b: Float64Array.of(2) });
  const { a, b } = readKept(folder, 'thing-', 'two') as { a: Float32Array; b: Float64Array };
  expect(a.buffer).toBe(b.buffer);
});

test.each([
  [
    'that was cut short',
    (file: string) => {
      truncateSync(file, 60);
    },
  ],
  [
    'of which a bit is wrong',
    (file: string) => {
      const bytes = readFileSync(file);
      bytes[40] = (bytes[40] ?? 0) ^ 1;
      writeFileSync(file, bytes);
    },
  ],
  [
    'that is empty',
    (file: string) => {
      truncateSync(file, 0);
    },
  ],
  [
    'that went away',
    (file: string) => {
      rmSync(file);
    },
  ],
])('a file %s is none', (_, damage) => {
  keep(folder, 'thing-', 'three', value);
  damage(join(folder, 'thing-three'));
  expect(readKept(folder, 'thing-', 'three')).toBeNull();
});

test('four of a kind are kept, and nothing half written', () => {
  for (const key of ['a', 'b', 'c', 'd', 'e', 'f']) keep(folder, 'few-', key, value);
  expect(readdirSync(folder).filter((name) => name.startsWith('few-'))).toHaveLength(4);
  expect(readdirSync(folder).filter((name) => name.endsWith('.new'))).toEqual([]);
});

test.each([
  ['is read', 'read-', readKept],
  ['is looked for', 'sought-', isKept],
] as const)('of five the one goes that was not used for longest: what %s stays', (_, kind, use) => {
  for (const [hours, key] of ['first', 'second', 'third', 'fourth'].entries()) {
    keep(folder, kind, key, key);
    utimesSync(join(folder, kind + key), 3600 * (hours + 1), 3600 * (hours + 1));
  }
  use(folder, kind, 'first');
  keep(folder, kind, 'fifth', 'fifth');
  const kept = readdirSync(folder).filter((name) => name.startsWith(kind));
  expect(kept.sort()).toEqual(['fifth', 'first', 'fourth', 'third'].map((key) => kind + key));
});
