import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bareLetters, withoutAccents } from '../../src/text/letters.ts';

test.each([
  ['case', 'CPAM', 'cpam'],
  ['accents', 'Éléonore à Orléans', 'eleonore a orleans'],
  [
    'letters that Unicode keeps whole',
    'ma sœur, Æsop, Straße, Łódź, Đà Nẵng, Ispartalı',
    'ma soeur, aesop, strasse, lodz, da nang, ispartali',
  ],
  ['full width', 'ＣＥＡＭ', 'ceam'],
  ['letters drawn in another style', '𝐅𝐫𝐚𝐧𝐜𝐞', 'france'],
  ['the dot of a capital İ', 'İZMİR', 'izmir'],
  ['Arabic vowel marks and what bears a hamza', 'سَأَل', 'سال'],
  ['half surrogates, which are no letters', 'a\ud800b', 'a\ufffdb'],
  ['letters held down, which somebody may have meant', 'heeelp', 'heeelp'],
])('bare letters: %s', (_, text, bare) => {
  expect(bareLetters(text)).toBe(bare);
});

describe('bare letters', () => {
  test('are the same when they are bared again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(bareLetters(bareLetters(text))).toBe(bareLetters(text));
      }),
    );
  });

  test.each([
    ['ASCII', 'A'],
    ['a letter with its accents', 'ế'],
    ['a ligature of eighteen letters', 'ﷺ'],
  ])('are read no further than is asked: %s', (_, sign) => {
    expect(bareLetters(sign.repeat(1_000), 100).length).toBeLessThanOrEqual(100);
  });
});

test.each([
  ['accents', 'SÉCURITÉ', 'securite'],
  ['a ligature stays one letter', 'Œuvre, ﬁn', 'œuvre, ﬁn'],
  ['width stays', 'ＣＥＡＭ', 'ｃｅａｍ'],
])('without accents: %s', (_, text, without) => {
  expect(withoutAccents(text)).toBe(without);
});

test('an accent typed for an apostrophe is one', () => {
  expect(bareLetters('don´t')).toBe("don't");
  expect(bareLetters('j´ai')).toBe("j'ai");
  expect(withoutAccents('L´été')).toBe("l'ete");
});
