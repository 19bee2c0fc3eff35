import { expect, test } from 'vitest';
import { buildMatcher } from '../../../src/core/matching/index.ts';
import type { Corpus, LanguageData } from '../../../src/core/matching/index.ts';

const plain = (language: string, stemmer: string): LanguageData => ({
  language,
  stemmer,
  compoundLinks: [],
  synonyms: [],
  abbreviations: {},
  domainTerms: [],
  framing: [],
});
const asked = (language: string, texts: readonly string[]) => texts.map((text) => ({ text, language }));

/** "Dem" and "Ende" stand side by side in German; "demande" is French. */
const corpus: Corpus = {
  languages: [plain('fr', 'french'), plain('de', 'german')],
  intents: [
    {
      id: 'card',
      kind: 'answer',
      phrasings: [
        ...asked('fr', ['on demande la carte comment', 'où se demande la carte', 'comment faire la demande']),
        ...asked('de', ['wie bekomme ich die karte', 'karte beantragen', 'wo beantragt man die karte']),
      ],
      bodies: [],
    },
    {
      id: 'end',
      kind: 'answer',
      phrasings: [
        ...asked('fr', ['quand finit mon contrat', 'fin du contrat', 'mon contrat dure combien']),
        ...asked('de', ['was ist nach dem ende', 'vor dem ende kündigen', 'mit dem ende des vertrags']),
      ],
      bodies: [],
    },
  ],
};

test('a slip is brought to a word of the text’s own language before it is divided into two of another', () => {
  const matcher = buildMatcher(corpus);
  const spelt = (text: string) =>
    matcher
      .explain(text)
      .steps.find(({ step }) => step === 'spelling')
      ?.tokens.join(' ');
  expect(spelt('comment on demende la carte')).toBe('comment on demande la carte');
  expect(spelt('kündigen vor demende')).toBe('kundigen vor dem ende');
});
