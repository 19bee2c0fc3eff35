import { expect, test } from 'vitest';
import { fold, longestText } from '../../src/text/fold.ts';

test.each([
  ['case', 'CPAM', 'cpam'],
  ['accents', 'Éléonore à Orléans', 'eleonore a orleans'],
  ['ligatures that Unicode keeps', 'ma sœur, Æsop, Straße', 'ma soeur, aesop, strasse'],
  ['full width', 'ＣＥＡＭ', 'ceam'],
  ['invisible and direction marks', 'a\u200bb\u202ec\u2066d\ufe0f', 'abcd'],
  ['half surrogates', 'a\ud800b', 'a b'],
  ['controls', 'a\u0000b', 'a b'],
  ['a tower of combining marks', `e${'\u0301'.repeat(500)}`, 'e'],
  ['letters held down', 'heeeeelp', 'heelp'],
  ['figures, which are not letters', '10000', '10000'],
  ['the vowel signs of Hindi, which are letters', 'हिन्दी', 'हिन्दी'],
  ['Arabic vowel marks', 'سَلَام', 'سلام'],
])('folding: %s', (_, text, folded) => {
  expect(fold(text)).toBe(folded);
});

test('no more than the first characters of a text are read, however they unfold', () => {
  expect(fold('x y '.repeat(50_000)).length).toBeLessThanOrEqual(longestText);
  expect(fold('ﷺ'.repeat(5_000)).length).toBeLessThanOrEqual(longestText);
});
