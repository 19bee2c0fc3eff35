import { describe, expect, test } from 'vitest';
import { slipsIn } from '../../../src/core/matching/slips.ts';
import { buildWordSet } from '../../../src/core/matching/word-set.ts';
import type { LanguageData } from '../../../src/core/matching/matcher.ts';
import { scripts } from '../../conversation/scripts.ts';

const bare: LanguageData = {
  language: 'en',
  stemmer: null,
  compoundLinks: [],
  synonyms: [['mutuelle', 'complementaire']],
  abbreviations: {},
  domainTerms: ['ameli'],
  framing: [],
};
const english = { ...bare, words: buildWordSet(['doctor', 'number', 'family', 'much', 'match']) };
const counts = (uses: Readonly<Record<string, number>>) =>
  new Map(Object.entries(uses).map(([word, count]) => [word, [count]]));
const none: ReadonlySet<string> = new Set();

describe('a misspelt word of the phrasings is the word that it stands for', () => {
  test('what no dictionary knows beside a word that is used more', () => {
    const slips = slipsIn(counts({ doctor: 30, docter: 4, number: 9, numbre: 1 }), none, [english]);
    expect(slips).toEqual(
      new Map([
        ['docter', 'doctor'],
        ['numbre', 'number'],
      ]),
    );
  });

  test.each([
    ['a word of an answer', { doctor: 30, doktor: 2 }, new Set(['doktor'])],
    ['a name', { famili: 30, family: 40, ameli: 2 }, new Set(['famili'])],
    ['a synonym', { mutuelles: 90, mutuelle: 2 }, new Set(['mutuelles'])],
    ['as usual as the other', { doctor: 5, docter: 4 }, none],
    ['of three letters', { much: 90, muc: 1 }, none],
    ['a real word', { much: 90, match: 2 }, none],
    ['near nothing', { doctor: 30, physio: 2 }, none],
  ])('but not %s', (_, uses, ours) => {
    expect(slipsIn(counts(uses), ours, [english])).toEqual(new Map());
  });

  test('of several the nearest, then the most used, then the first', () => {
    const words = ['care', 'cure', 'core', 'number', 'numbers', 'ameli', 'much'];
    const known = { ...bare, words: buildWordSet(words) };
    const uses = {
      care: 30,
      cure: 30,
      core: 12,
      cxre: 1,
      number: 9,
      numbers: 60,
      numbre: 1,
      ameli: 40,
      amely: 1,
      mutuelle: 9,
    };
    expect(Object.fromEntries(slipsIn(counts(uses), none, [known]))).toMatchObject({
      cxre: 'care',
      numbre: 'number',
      amely: 'ameli',
    });
  });

  test('a name of ours and a word of our texts are no slips', () => {
    const uses = { match: 90, matc: 2, mutuelle: 3, mutuell: 1, compleméntaire: 1 };
    expect(slipsIn(counts(uses), new Set(['matc', 'mutuell']), [english])).toEqual(new Map());
  });

  test('where a language has no dictionary nobody can say which is the slip', () => {
    expect(slipsIn(counts({ doctor: 30, docter: 4 }), none, [english, bare])).toEqual(new Map());
  });
});

describe('so it is respelt wherever it is written', () => {
  scripts([
    ['two slips', [['hallo how mutch cost docter', { decision: 'answer', intent: 'gp-price' }]]],
    ['and another', [['i want to regester at the secu, how', { intent: 'how-to-register' }]]],
  ]);
});
