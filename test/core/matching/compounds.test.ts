import { describe, expect, test } from 'vitest';
import { createPartsOf } from '../../../src/core/matching/compounds.ts';
import { buildMatcher, buildWordSet, type CorpusIntent, type LanguageData } from '../../../src/core/matching/index.ts';

const german: LanguageData = {
  language: 'de',
  stemmer: 'german',
  compoundLinks: ['', 's', 'n', 'en'],
  synonyms: [],
  abbreviations: {},
  domainTerms: [],
  framing: [],
  words: buildWordSet(['krank', 'kranken', 'versicherung', 'auslands', 'schule', 'haus', 'garten', 'bescheinigung']),
};
const english: LanguageData = {
  ...german,
  language: 'en',
  stemmer: 'english',
  compoundLinks: [],
  words: buildWordSet(['notebook', 'garden', 'household']),
};
const languages = [german, english];

describe('the parts of a compound', () => {
  const ours = new Map(
    ['krankenversicherung', 'versicherung', 'pflicht', 'immatrikulation', 'note', 'book', 'household'].map(
      (word, id) => [word, id],
    ),
  );
  const dictionaryWith = (word: string): number => (['notebook', 'garden'].includes(word) ? 1 : -1);
  const languageOf = (word: string): number => (word === 'household' ? 1 : 0);
  const partsOf = createPartsOf(languages, { ours, languageOf, dictionaryWith });
  test.each([
    ['its parts, and theirs', 'krankenversicherungspflicht', ['krankenversicherung', 'versicherung', 'pflicht']],
    ['a part that is one of our own words', 'krankenversicherung', ['versicherung']],
    [
      'a word of the dictionary counts as a part, and is none of ours',
      'auslandskrankenversicherung',
      ['krankenversicherung', 'versicherung'],
    ],
    ['what stands between', 'immatrikulationsbescheinigung', ['immatrikulation']],
    ['not a word that another language knows', 'notebook', []],
    ['not one of our texts in another language', 'household', []],
    ['not what leaves a rest', 'krankenversicherungxyz', []],
    ['not a short word', 'haus', []],
    ['not a number', '12345678', []],
  ])('%s: %s', (_, word, parts) => {
    expect(partsOf(word).toSorted()).toEqual(parts.toSorted());
  });
});

test('a compound that nobody has written before is matched by its parts', () => {
  const intent = (id: string, ...phrasings: readonly string[]): CorpusIntent => ({
    id,
    kind: 'answer',
    phrasings: phrasings.map((text) => ({ text, language: 'de' })),
    bodies: [],
  });
  const intents = [
    intent('duty', 'besteht eine pflicht zur versicherung', 'ist die versicherung pflicht', 'muss ich mich versichern'),
    intent('garden', 'wo ist der garten', 'der garten vom haus', 'haus mit garten'),
    intent('school', 'welche schule ist das', 'die schule beginnt', 'wann beginnt die schule'),
  ];
  const matcher = buildMatcher({ languages, intents });
  expect(matcher.match('versicherungspflicht').ranked[0]?.intent).toBe('duty');
  const spoke = matcher.explain('versicherungspflicht').evidence[0]?.features.map(({ feature }) => feature);
  expect(spoke).toContain('pflicht');
});
