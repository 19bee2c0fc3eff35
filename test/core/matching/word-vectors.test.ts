import { describe, expect, test } from 'vitest';
import { buildMatcher, readWordVectors, writeWordVectors, type Corpus } from '../../../src/core/matching/index.ts';
import { learn } from '../../../src/core/matching/learn.ts';
import { matcherSettings } from '../../../src/core/matching/settings.ts';
import { rankReader } from '../../../src/core/matching/word-ranks.ts';
import { createTextVector } from '../../../src/core/matching/text-vector.ts';
import { deskCorpus } from './desk-corpus.ts';

const words = ['the', 'glasses', 'spectacles', 'register', 'enrol'];
const table = [
  [1, 1, 1],
  [2, 0, 0],
  [4, 0.4, 0],
  [0, 3, 0],
  [0, 1, 0.1],
];
const bytes = writeWordVectors(words, table);
/** The same in a large table, where all but the first are rare words. */
const common = Array.from({ length: 5_000 }, (_, i) => `common${i}`);
const vectors = readWordVectors(
  writeWordVectors(
    ['the', ...common, ...words.slice(1)],
    [table[0]!, ...common.map(() => [1, 1, 1]), ...table.slice(1)],
  ),
)!;

describe('a file of word vectors', () => {
  test('is read as it was written, each row as long as its bytes allow', () => {
    const read = readWordVectors(bytes);
    expect(read?.words).toBe(words.join(' '));
    expect([...read!.rows]).toEqual([127, 127, 127, 127, 0, 0, 127, 13, 0, 0, 127, 0, 0, 127, 13]);
  });

  test.each([
    ['nothing', new Uint8Array()],
    ['a file without its last byte', bytes.subarray(0, -1)],
    ['a file with a byte too many', Uint8Array.from([...bytes, 0])],
    ['the words alone', bytes.subarray(0, bytes.indexOf(10, 2) + 1)],
    ['no number of dimensions', new TextEncoder().encode('many\nthe\nx')],
    ['a text', new TextEncoder().encode('dictionary')],
  ])('%s is none', (_, broken) => {
    expect(readWordVectors(broken)).toBeNull();
  });
});

test('each of many words is found where it stands, and no other', () => {
  const many = Array.from({ length: 5_000 }, (_, n) => `${n % 7 === 0 ? 'é' : 'w'}${n}`);
  const rankOf = rankReader(many.join(' '));
  expect(many.map(rankOf)).toEqual(many.map((_, n) => n));
  expect(['w', 'w5', 'w5000', '', 'w1 w2', 'é7x'].map(rankOf)).toEqual([-1, 5, -1, -1, -1, -1]);
});

describe('the direction of a text', () => {
  const direction = createTextVector([{ vectors }], () => 0);
  const length = (vector: Float64Array): number => Math.hypot(...vector);

  test('is of length 1, whatever the order of the words', () => {
    expect(length(direction(['glasses', 'register']).vector)).toBeCloseTo(1);
    expect(direction(['register', 'glasses'])).toEqual(direction(['glasses', 'register']));
  });

  test('is stronger the more is said, and common words say little', () => {
    const strengths = [[], ['the'], ['register'], ['glasses', 'register']].map((said) => direction(said).strength);
    expect(strengths[0]).toBe(0);
    expect(strengths).toEqual([...strengths].sort((a, b) => a - b));
    expect(strengths.at(-1)).toBeLessThan(1);
  });

  test('is nowhere when no word is known', () => {
    expect([...direction(['lunettes']).vector]).toEqual([0, 0, 0]);
    expect([...createTextVector([{}], () => 0)(['glasses']).vector]).toEqual([]);
  });

  test('is not moved by a word whose row is nothing', () => {
    const empty = readWordVectors(
      writeWordVectors(
        ['glasses', 'hollow'],
        [
          [1, 0],
          [0, 0],
        ],
      ),
    )!;
    const direction = createTextVector([{ vectors: empty }], () => 0);
    expect([...direction(['hollow']).vector]).toEqual([0, 0]);
    expect([...direction(['glasses', 'hollow']).vector]).toEqual([1, 0]);
  });

  test('comes more from the rarer word', () => {
    const [glasses, register] = direction(['glasses', 'register']).vector;
    expect(register).toBeGreaterThan(glasses as number);
  });

  test('counts a word once, however often it is said', () => {
    expect(direction(['glasses', 'glasses', 'register'])).toEqual(direction(['glasses', 'register']));
  });

  test('takes a word from its own language, and from none of other dimensions', () => {
    const up = [0, 0, 1];
    const second = readWordVectors(writeWordVectors(['glasses', 'verres'], [up, up]))!;
    const flat = readWordVectors(writeWordVectors(['inscrire'], [[1, 0]]))!;
    const ofLanguage: Readonly<Record<string, number>> = { glasses: 0, verres: 1, inscrire: 2 };
    const all = createTextVector(
      [{ vectors }, { vectors: second }, { vectors: flat }],
      (word) => ofLanguage[word] ?? 3,
    );
    expect(all(['glasses']).vector[0]).toBeCloseTo(1);
    expect(all(['verres']).vector[2]).toBeCloseTo(1);
    expect([...all(['inscrire']).vector]).toEqual([0, 0, 0]);
    expect([...all(['register']).vector]).toEqual([0, 0, 0]);
    const inFrench = createTextVector([{ vectors }, {}], () => 1);
    expect([...inFrench(['glasses']).vector]).toEqual([0, 0, 0]);
  });
});

describe('a corpus whose language has word vectors', () => {
  const [english, french] = deskCorpus.languages;
  const eyes = {
    id: 'eyes',
    kind: 'answer' as const,
    phrasings: ['are glasses paid back', 'glasses', 'price of glasses'].map((text) => ({ text, language: 'en' })),
    bodies: [],
  };
  const intents = [...deskCorpus.intents, eyes];
  const without: Corpus = { languages: [english!, french!], intents };
  const withVectors: Corpus = { languages: [{ ...english!, vectors }, french!], intents };
  const matcher = buildMatcher(withVectors);

  test('finds what its phrasings say in another word', () => {
    expect(matcher.match('spectacles').ranked[0]?.intent).toBe('eyes');
    expect(buildMatcher(without).match('spectacles').ranked[0]?.intent).not.toBe('eyes');
  });

  test('still knows nothing of a text without a known word', () => {
    expect(matcher.match('xqzv wkjh').kind).toBe('decline');
    expect(matcher.match('…!').ranked).toEqual([]);
  });

  test('shows the direction as one reason', () => {
    const [first] = matcher.explain('spectacles').evidence;
    expect(first?.features.filter(({ feature }) => feature === '≈')).toHaveLength(1);
  });

  test('with more intents than a feature may have, goes by words and letters alone', () => {
    const lessons = intents.flatMap(({ phrasings }, i) =>
      phrasings
        .filter(({ language }) => language === 'en')
        .map(({ text }) => ({ text, class: i, language: 0, weight: 1, body: false })),
    );
    const leanOf = (mostClasses: number): number =>
      learn(lessons, withVectors.languages, intents.length, { ...matcherSettings, mostClasses }).encoding.bearings.lean
        .length;
    expect(leanOf(intents.length)).toBe(3);
    expect(leanOf(intents.length - 1)).toBe(0);
  });
});

test('a title finds what no phrasing says', () => {
  const [register, ...others] = deskCorpus.intents;
  const titles = [{ text: 'Birth certificate', language: 'en' }];
  const titled = buildMatcher({ ...deskCorpus, intents: [{ ...register!, titles }, ...others] });
  expect(titled.match('birth certificate').ranked[0]?.intent).toBe('register');
});
