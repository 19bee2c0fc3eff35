import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { forms } from '../../dialogs/index.ts';
import { findingsByField } from '../../src/console/curation/findings-by-field.ts';
import type { Asked } from '../../src/console/page.ts';
import { day } from '../../src/core/day.ts';
import { lintChange } from '../../src/knowledge/lint/lint.ts';
import { translated } from '../../src/knowledge/lint/translated.ts';
import { readKnowledge } from '../../src/knowledge/load.ts';
import { nearestName } from '../../src/text/nearest-name.ts';
import { createSpeaker } from '../../src/voice/speaker.ts';
import { sayTopic } from '../../src/conversation/topics/say-topic.ts';
import { knowledge, speaker } from '../own-desk.ts';
import { copyInTwoLanguages } from './a-folder.ts';

/** What there is to mend, beside the field that it is about, for somebody who reads no files; of a desk that speaks two languages. */
const on = day('2026-11-30');
const place = mkdtempSync(join(tmpdir(), 'guichet-plain-'));
const [two, all] = [join(place, 'two'), join(place, 'all')];
beforeAll(() => {
  copyInTwoLanguages(two);
  cpSync('knowledge', all, { recursive: true });
});
afterAll(() => {
  rmSync(place, { recursive: true });
});
const asked = (language: string) =>
  ({
    language,
    culture: language,
    t: (key: string, params = {}) => speaker.say(language, key, params),
  }) as unknown as Asked;
const file = (language: string) => `languages/${language}/answers/gp-price.yaml`;
const text = (language: string) => readFileSync(join(two, file(language)), 'utf8');
const told = (changes: Readonly<Record<string, string>>, language = 'en') =>
  Object.fromEntries(
    findingsByField(asked(language), lintChange({ folder: two, forms }, new Map(Object.entries(changes)), on), {
      id: 'gp-price',
      languages: ['en', 'fr'],
      later: [],
    }),
  );

test('the name that was meant is said, and nothing that only follows from it', () => {
  const slip = { [file('en')]: text('en').replace('{{gp tariff}} in Secteur', '{{rate gp}} in Secteur') };
  expect(told(slip)).toEqual({ 'answer-en': ['There is no rate called gp: did you mean gp-visit?'] });
  expect(told(slip, 'fr')).toEqual({ 'answer-en': ["Il n'y a pas de tarif nommé gp : vouliez-vous dire gp-visit ?"] });
});

test('what one language lacks is said beside that language, once', () => {
  const lacking = { [file('en')]: text('en'), [file('fr')]: text('fr').replace('{{gp refund}}', 'une partie') };
  expect(told(lacking)).toEqual({
    'answer-fr': ['The values are not those of the text in English. Missing here: gp refund.'],
  });
});

test.each([
  ['a figure typed', ['in Secteur 1 (official', 'for 77 people (official'], /“77” is typed into the sentence/],
  ['too short', ['title: Price of a GP visit', 'title: P'], /^This is too short: at least 3 characters\.$/],
  ['a fact that there is not', ['[X-37]', '[X-377]'], /^There is no fact called X-377: did you mean X-37\?$/],
  ['a way of asking twice', ['  - gp price\n', '  - gp price\n  - GP price\n'], /stands there twice/],
] as const)('%s', (_, [from, to], expected) => {
  const [messages = []] = Object.values(told({ [file('en')]: text('en').replace(from, to) }));
  expect(messages).toEqual([expect.stringMatching(expected)]);
});

test('a rate that cannot be read is one thing to mend, however many sentences name it', () => {
  const path = 'rates/gp-visit.yaml';
  const broken = readFileSync(join(two, path), 'utf8').replace('unit: euro', 'unit: dollar');
  const found = lintChange({ folder: two, forms }, new Map([[path, broken]]), on);
  expect(found.map((one) => one.file)).toEqual([path]);
});

test.each([
  ["'32'", 3200],
  ['32', 3200],
  ["'32,5'", 3250],
  ["'32.50'", 3250],
  ["'thirty'", undefined],
])('an amount of %s in a rate', (written, cents) => {
  const path = 'rates/gp-visit.yaml';
  const before = readFileSync(join(two, path), 'utf8');
  const changed = before.replace(/value: '30\.00'/, `value: ${written}`);
  expect(changed).not.toBe(before);
  const { knowledge: read, problems } = readKnowledge(two, forms, new Map([[path, changed]]));
  expect(read?.rates['gp-visit']?.values.at(-1)?.value).toBe(cents);
  expect(problems.map(({ file: where }) => where)).toEqual(cents === undefined ? [path] : []);
});

test.each([
  ['gp', ['gp-visit', 'gp-visit-minor', 'hospital-day'], 'gp-visit'],
  ['gp-vist', ['gp-visit', 'hospital-day'], 'gp-visit'],
  ['hosp', ['gp-visit', 'hospital-day'], 'hospital-day'],
  ['zebra', ['gp-visit', 'hospital-day'], null],
])('%s of %j', (written, names, near) => {
  expect(nearestName(written, names)).toBe(near);
});

test('an answer in the languages that texts are written in alone is read, said to be in English, and listed as not translated', () => {
  const others = knowledge.languages.filter((language) => !knowledge.originals.includes(language));
  for (const language of others) rmSync(join(all, file(language)));
  const { knowledge: read, shelves, problems } = readKnowledge(all, forms);
  expect(problems).toEqual([]);
  if (read === null) throw new RangeError('not read');
  const voice = { knowledge: read, speaker: createSpeaker(read) };
  const answer = read.answers.get('gp-price');
  if (answer === undefined) throw new RangeError('no answer');
  const spanish = sayTopic(voice, answer, 'es', on);
  expect(spanish).toMatchObject({ language: 'en', note: 'Esta respuesta está por ahora solo en inglés:', valid: true });
  expect(spanish.text).toContain('A visit to a general practitioner');
  expect(sayTopic(voice, answer, 'fr', on)).toMatchObject({ language: 'fr', note: null });
  const listed = translated({ shelves, knowledge: read, speaker: voice.speaker, on, shingles: new Set() });
  expect(listed.map(({ file: where }) => where)).toEqual(others.map(file));
  rmSync(join(all, file('fr')));
  expect(readKnowledge(all, forms).problems.map(({ file: where, plain }) => [where, plain?.key])).toEqual([
    [file('fr'), 'original-missing'],
  ]);
});
