import { describe, expect, test } from 'vitest';
import { calibrate } from '../../../src/core/matching/calibrate.ts';
import { featureId, FeatureTableBuilder } from '../../../src/core/matching/feature-table.ts';
import { holdOut } from '../../../src/core/matching/hold-out.ts';
import { buildMatcher, createMatcher, trainModel, type Corpus } from '../../../src/core/matching/index.ts';
import { calibrationTarget, matcherSettings } from '../../../src/core/matching/settings.ts';
import { deskCorpus } from './desk-corpus.ts';

const count = 60;
const letters = 'bcdfghjklmnpqrstvwxz';
const name = (i: number): string =>
  `${letters[i % 20] ?? ''}a${letters[(i * 7 + 3) % 20] ?? ''}o${letters[(i * 3 + Math.floor(i / 20)) % 20] ?? ''}ik`;

/** Many intents, each with a name of its own among words that all share. */
const manyIntents: Corpus = {
  languages: deskCorpus.languages,
  intents: Array.from({ length: count }, (_, i) => ({
    id: `about-${name(i)}`,
    kind: 'answer',
    phrasings: [
      `how do i get the ${name(i)}`,
      `price of the ${name(i)}`,
      `${name(i)} not received`,
      `where is my ${name(i)}`,
      `tell me about ${name(i)}`,
    ].map((text) => ({ text, language: 'en' })),
    bodies: [],
  })),
};

describe('of many intents the one that is named is found', () => {
  test.each([
    ['with the bounds as they are', {}],
    ['when no feature has a weight for every class', { mostFullClasses: 0 }],
    ['when words that most intents share are left out', { mostClasses: 20, mostFullClasses: 0 }],
  ])('%s', (_, bounds) => {
    const matcher = createMatcher(trainModel(manyIntents, { ...matcherSettings, ...bounds }));
    for (let i = 0; i < count; i++) {
      const { ranked } = matcher.match(`i want my ${name(i)}`);
      expect(ranked[0]?.intent).toBe(`about-${name(i)}`);
    }
    expect(matcher.explain(`price of the ${name(7)}`).evidence[0]?.features[0]?.feature).toContain(name(7).slice(0, 3));
  });
});

test('shared words alone are no answer among many intents', () => {
  expect(buildMatcher(manyIntents).match('where is my').kind).not.toBe('answer');
});

describe('corpora with next to nothing in them', () => {
  test('no language and no intent: nothing is found, and a language is the library’s to name', () => {
    const empty = buildMatcher({ languages: [], intents: [] });
    expect(empty.match('how do i register')).toEqual({ kind: 'decline', ranked: [], candidates: [] });
    expect(empty.identifyLanguage('bonjour')?.language).toBe('fr');
  });
  test('one phrasing: too little to know how sure to be', () => {
    const [first] = deskCorpus.intents;
    const [language] = deskCorpus.languages;
    const bare = { ...language!, background: [] };
    const one = { ...first!, phrasings: first!.phrasings.slice(0, 1) };
    const { ranked } = buildMatcher({ languages: [bare], intents: [one] }).match('how do i register');
    expect(ranked[0]?.intent).toBe('register');
    expect(ranked[0]?.score).toBe(0.5);
  });
  test('a language without a dictionary is still told from another', () => {
    const languages = deskCorpus.languages.map(
      ({ language, stemmer, compoundLinks, synonyms, abbreviations, domainTerms, framing }) => ({
        language,
        stemmer,
        compoundLinks,
        synonyms,
        abbreviations,
        domainTerms,
        framing,
      }),
    );
    const matcher = buildMatcher({ ...deskCorpus, languages });
    expect(matcher.identifyLanguage('où est le bureau')?.language).toBe('fr');
    expect(matcher.match('how do i regster').ranked[0]?.intent).toBe('register');
  });
});

describe('calibration', () => {
  const ranking = (probability: number) => ({
    places: [{ intent: 0, probability, cosine: probability }],
    energy: 1,
    seen: 1,
    background: 0,
    byView: [],
  });
  test('the threshold is the lowest that keeps to the rate of wrong answers', () => {
    const trials = Array.from({ length: 200 }, (_, i) => ({
      ranking: ranking((i % 100) / 100 + 0.005),
      // Right above one half, and now and then below.
      rightAt: i % 100 > 50 || i % 5 === 0 ? 0 : -1,
      inScope: true,
    }));
    const strict = calibrate(trials, { ...calibrationTarget, wrong: 0.01, least: 0 });
    const loose = calibrate(trials, { ...calibrationTarget, wrong: 0.2, least: 0 });
    expect(strict.evidence.wrong).toBeLessThanOrEqual(0.01);
    expect(loose.evidence.wrong).toBeLessThanOrEqual(0.2);
    expect(loose.accept).toBeLessThan(strict.accept);
    expect(loose.evidence.right).toBeGreaterThan(strict.evidence.right);
    expect(strict.evidence.outOfScope).toBe(0);
  });
  test('when the best are wrong, nothing is answered', () => {
    const trials = Array.from({ length: 50 }, () => ({ ranking: ranking(0.9), rightAt: 1, inScope: true }));
    expect(calibrate(trials, calibrationTarget).accept).toBe(1);
  });
  test('no further fold is trained once enough questions were held out', () => {
    const lessons = deskCorpus.intents.flatMap(({ phrasings }, target) =>
      phrasings.map(({ text }) => ({ text, class: target, language: 0, weight: 1, body: false })),
    );
    const course = { lessons, languages: deskCorpus.languages, intents: deskCorpus.intents.length };
    const few = holdOut(course, matcherSettings, { folds: 5, enough: 1, mostLessons: 1_000 });
    const all = holdOut(course, matcherSettings, { folds: 5, enough: 1_000, mostLessons: 1_000 });
    expect(few.length).toBeLessThan(all.length);
    expect(all.slice(0, few.length)).toEqual(few);
    const part = holdOut(course, matcherSettings, { folds: 5, enough: 1_000, mostLessons: lessons.length / 2 });
    expect(part.length).toBeLessThan(all.length);
  });
});

describe('what is off topic', () => {
  const topics = ['weather', 'football', 'cooking', 'music', 'traffic', 'cinema'];
  const corpus: Corpus = {
    ...deskCorpus,
    intents: [
      ...deskCorpus.intents,
      ...topics.map((topic) => ({
        id: topic,
        kind: 'offtopic' as const,
        phrasings: ['tonight in town', 'this weekend in town', 'tell me something nice', 'in the evening', 'any news']
          .map((text) => ({ text: `${topic} ${text}`, language: 'en' }))
          .concat([{ text: topic, language: 'en' }]),
        bodies: [],
      })),
    ],
  };
  const matcher = buildMatcher(corpus);
  test('is said to be so by its topic when that is clear', () => {
    const { kind, ranked } = matcher.match('football this weekend');
    expect([kind, ranked[0]?.intent]).toEqual(['answer', 'football']);
  });
  test('is declined, without a choice among topics, when only that much is clear', () => {
    const { kind, ranked } = matcher.match('something nice tonight in town');
    expect(topics).toContain(ranked[0]?.intent);
    expect(kind).toBe('decline');
  });
  test('takes nothing from what is ours', () => {
    expect(matcher.match('how do i register online').ranked[0]?.intent).toBe('register');
  });
});

test('a feature whose hash is zero, and more features than a table begins with, keep their ids', () => {
  const builder = new FeatureTableBuilder();
  const hashes = [0, ...Array.from({ length: 5_000 }, (_, i) => Math.imul(i + 2, 0x9e3779b1))];
  const ids = hashes.map((hash) => builder.idOf(hash));
  expect(ids).toEqual(hashes.map((_, i) => i));
  const table = builder.freeze();
  expect(hashes.map((hash) => featureId(table, hash))).toEqual(ids);
  expect(featureId(table, 12_345)).toBe(-1);
});
