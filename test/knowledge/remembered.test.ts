import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { forms } from '../../dialogs/index.ts';
import { knowledgeAt } from '../../src/assembly/load-knowledge.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { copyInTwoLanguages } from './a-folder.ts';

let place: string;
let folder: string;
let cache: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'guichet-remembered-'));
  [folder, cache] = [join(place, 'knowledge'), join(place, 'cache')];
  copyInTwoLanguages(folder);
});
afterEach(() => {
  rmSync(place, { recursive: true });
});

const desk = (): string => join(folder, 'desk.yaml');
const renamed = (): void => {
  const text = readFileSync(desk(), 'utf8');
  const name = /^name: .*$/m.exec(text)?.[0] ?? '';
  expect(name).not.toBe('');
  writeFileSync(desk(), text.replace(name, 'name: Another desk'));
};

test('what was checked is remembered as it was read, and as unchangeable', async () => {
  const read = await knowledgeAt(folder, cache);
  const remembered = await knowledgeAt(folder, cache);
  expect(readdirSync(cache)).toHaveLength(1);
  expect(remembered).toEqual(read);
  expect(remembered).toEqual(loadKnowledge(folder, forms));
  expect(Object.isFrozen(remembered.desk)).toBe(true);
});

test('a changed file is seen, and so is one that was changed back', async () => {
  const before = await knowledgeAt(folder, cache);
  const text = readFileSync(desk(), 'utf8');
  renamed();
  expect((await knowledgeAt(folder, cache)).desk.name).toBe('Another desk');
  writeFileSync(desk(), text);
  expect(await knowledgeAt(folder, cache)).toEqual(before);
});

test('a folder that is refused is refused each time', async () => {
  writeFileSync(desk(), 'name: [');
  await expect(knowledgeAt(folder, cache)).rejects.toMatchObject({ code: 'knowledge/invalid-file' });
  await expect(knowledgeAt(folder, cache)).rejects.toMatchObject({ code: 'knowledge/invalid-file' });
});

test('the cache may go away at any time', async () => {
  const before = await knowledgeAt(folder, cache);
  rmSync(cache, { recursive: true });
  expect(await knowledgeAt(folder, cache)).toEqual(before);
});
