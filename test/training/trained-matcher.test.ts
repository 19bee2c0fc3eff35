import { mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildMatcher, buildWordSet } from '../../src/core/matching/index.ts';
import { fingerprintOf, trainedMatcher } from '../../src/training/trained-matcher.ts';
import { deskCorpus } from '../core/matching/desk-corpus.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-models-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const answers = (matcher: { match(text: string): unknown }) =>
  ['how do i regster', 'carte bleue', 'weather'].map((text) => matcher.match(text));

test('the worker learns what the main thread would, and the second start reads what the first kept', async () => {
  const fresh = await trainedMatcher(deskCorpus, folder);
  expect(answers(fresh)).toEqual(answers(buildMatcher(deskCorpus)));
  expect(readdirSync(folder)).toEqual([`matcher-${fingerprintOf(deskCorpus)}`]);
  expect(answers(await trainedMatcher(deskCorpus, folder))).toEqual(answers(fresh));
});

test('a kept model that was cut short is trained anew', async () => {
  const file = join(folder, `matcher-${fingerprintOf(deskCorpus)}`);
  truncateSync(file, 1_000);
  expect(answers(await trainedMatcher(deskCorpus, folder))).toEqual(answers(buildMatcher(deskCorpus)));
});

test('a folder that cannot be written to costs time, nothing else', async () => {
  const file = join(folder, 'a-file');
  writeFileSync(file, '');
  const matcher = await trainedMatcher(deskCorpus, join(file, 'models'));
  expect(answers(matcher)).toEqual(answers(buildMatcher(deskCorpus)));
});

test('another phrasing is another model', () => {
  const [first, ...others] = deskCorpus.intents;
  const changed = { ...first!, phrasings: [...first!.phrasings, { text: 'sign me up', language: 'en' }] };
  expect(fingerprintOf({ ...deskCorpus, intents: [changed, ...others] })).not.toBe(fingerprintOf(deskCorpus));
});

test('the same phrasings are the same model, however V8 holds their list', () => {
  const intents = [...deskCorpus.intents];
  // Longer for a moment: from then on V8 holds it as a list that may have holes.
  intents.length += 1;
  intents.length -= 1;
  expect(fingerprintOf({ ...deskCorpus, intents })).toBe(fingerprintOf(deskCorpus));
});

test('another word of a dictionary is another model', () => {
  const [first, ...others] = deskCorpus.languages;
  const changed = { ...first!, words: buildWordSet(['umbrella']) };
  const other = { ...first!, words: buildWordSet(['parapluie']) };
  expect(fingerprintOf({ ...deskCorpus, languages: [changed, ...others] })).not.toBe(
    fingerprintOf({ ...deskCorpus, languages: [other, ...others] }),
  );
});
