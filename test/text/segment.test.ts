import { expect, test } from 'vitest';
import { fold } from '../../src/text/fold.ts';
import { segment } from '../../src/text/segment.ts';

test.each([
  ['an apostrophe parts words', "l'assurance d'un étudiant", ['l', 'assurance', 'd', 'un', 'etudiant']],
  ['a negation is kept', "i don't have", ['i', 'don', 't', 'have']],
  ['names of forms and numbers are kept', 'SE 401-Q-102 bis, S1, 3646', ['se', '401', 'q', '102', 'bis', 's1', '3646']],
  ['Chinese is divided by its dictionary', '社会保险', ['社会', '保险']],
  ['nothing is no word', '…!?', []],
])('words: %s', (_, text, words) => {
  expect(segment(fold(text))).toEqual(words);
});

test('of a text without an end the first 800 words are read', () => {
  expect(segment('word '.repeat(2_000))).toHaveLength(800);
  expect(segment('社会保险'.repeat(1_000))).toHaveLength(800);
});
