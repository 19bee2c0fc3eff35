import { describe, expect, test } from 'vitest';
import { buildMatcher, createMatcher, trainModel } from '../../../src/core/matching/index.ts';
import { deskCorpus } from './desk-corpus.ts';

const matcher = buildMatcher(deskCorpus);
const best = (text: string): string | undefined => matcher.match(text).ranked[0]?.intent;

describe('the right answer is found for', () => {
  test.each([
    ['its own phrasing', 'how do i register', 'register'],
    ['other words of the same stem', 'registering online', 'register'],
    ['French', 'combien coûte un médecin', 'doctor-price'],
    ['French without accents', 'ou est votre bureau', 'contact'],
    ['capitals and full-width letters', 'ＨＯＷ ＭＵＣＨ is a DOCTOR', 'doctor-price'],
    ['a letter missing', 'how do i regster', 'register'],
    ['two letters swapped', 'reimbrusement delay', 'refund'],
    ['two words written as one', 'docteur combienpour', 'doctor-price'],
    ['one word written as two', 'opening hours of the off ice', 'contact'],
    ['letters held down', 'refuuuuund pls', 'refund'],
    ['zero-width characters inside a word', 're\u200bfu\u200dnd of medical expenses', 'refund'],
    ['a name that only the synonyms know', 'is a CEAM valid here', 'european-card'],
    ['the same name in the other language', 'blue card', 'european-card'],
    ['a short form', 'jai une carte européenne', 'european-card'],
    ['English with a French name in it', 'my carte vitale is lost', 'carte-vitale'],
  ])('%s', (_, text, expected) => {
    expect(best(text)).toBe(expected);
  });
});

describe('what is nobody’s is not answered', () => {
  test.each([
    ['nothing', ''],
    ['blanks and marks', ' \n\t…!?'],
    ['an emoji', '👍🏽'],
    ['letters at random', 'xqzv wkjh ppfd'],
    ['a script that no text is written in', '今天天气很好'],
    ['an ordinary sentence', 'the weather is sunny today'],
    ['une phrase ordinaire', 'il fait beau'],
  ])('%s', (_, text) => {
    expect(matcher.match(text).kind).not.toBe('answer');
  });
});

test('scores fall, never leave 0–1, and at most five are given', () => {
  const { ranked } = matcher.match('how much is the doctor and when am i reimbursed');
  const scores = ranked.map(({ score }) => score);
  expect(scores.length).toBeLessThanOrEqual(5);
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
  expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
});

test('two or three candidates, and only with "which one?"', () => {
  const [register, ...others] = deskCorpus.intents;
  const twins = buildMatcher({ ...deskCorpus, intents: [register!, { ...register!, id: 'twin' }, ...others] });
  const asked = twins.match('how do i register');
  expect(asked.kind).toBe('clarify');
  const nearest = asked.candidates.map(({ intent }) => intent).slice(0, 2);
  expect(nearest.sort()).toEqual(['register', 'twin']);
  for (const text of ['card', 'doctor', 'délai', 'how long', 'how do i register', 'quand m’inscrire']) {
    const { kind, candidates } = twins.match(text);
    if (kind === 'clarify') expect([2, 3]).toContain(candidates.length);
    else expect(candidates).toEqual([]);
  }
});

test('training twice gives the same bytes, and a stored model matches as the fresh one does', () => {
  const first = trainModel(deskCorpus);
  const second = trainModel(deskCorpus);
  expect(second).toEqual(first);
  const restored = createMatcher(structuredClone(first));
  for (const text of ['how do i regster', 'ma carte bleue', 'delay of the carte vitale']) {
    expect(restored.match(text)).toEqual(matcher.match(text));
  }
});

test('a corpus of one intent, of one phrasing, or of none is no error', () => {
  const [first] = deskCorpus.intents;
  const [phrasing] = first!.phrasings;
  for (const intents of [[], [first!], [{ ...first!, phrasings: [phrasing!] }]]) {
    const small = buildMatcher({ ...deskCorpus, intents });
    expect(small.match('how do i register').ranked.length).toBe(intents.length);
    expect(small.explain('how do i register').match).toEqual(small.match('how do i register'));
  }
});

test('the answer’s own text finds what no phrasing says', () => {
  const [register, ...others] = deskCorpus.intents;
  const body = { text: 'Bring your passport and your birth certificate.', language: 'en' };
  const withBody = buildMatcher({ ...deskCorpus, intents: [{ ...register!, bodies: [body] }, ...others] });
  expect(withBody.match('birth certificate').ranked[0]?.intent).toBe('register');
  expect(best('birth certificate')).not.toBe('register');
});

test('a phrasing in a language that the corpus does not speak is left out', () => {
  const [register, ...others] = deskCorpus.intents;
  const german = { ...register!, phrasings: [{ text: 'wie melde ich mich an', language: 'de' }] };
  const built = buildMatcher({ ...deskCorpus, intents: [german, ...others] });
  expect(built.match('wie melde ich mich an').ranked.map(({ intent }) => intent)).not.toContain('register');
});
