import { describe, expect, test } from 'vitest';
import { plainFigures, plainSigns } from '../../src/text/plain-signs.ts';

describe('numbers and addresses in the signs that they are told by', () => {
  test.each([
    ['plain', 'call 09 74', 'call 09 74'],
    ['Arabic figures', '٠٩ ٧٤', '09 74'],
    ['Persian figures', '۰۹ ۷۴', '09 74'],
    ['Devanagari figures', '०९ ७४', '09 74'],
    ['full-width figures', '０９　７４', '09　74'],
    ['bold figures of mathematics', '𝟎𝟗 𝟕𝟒', '09 74'],
    ['figures in boxes', '0️⃣9️⃣', '09'],
    ['a full-width address', 'ａｎａ＠example．org', 'ana@example.org'],
    ['an accent apart from its letter', 'e\u0301cole', 'école'],
    ['between marks of direction', '\u202a+33 9\u202c', '+33 9'],
    ['a fraction', 'é½', 'é½'],
    ['Chinese punctuation', '你好，１２：', '你好，12：'],
  ])('%s', (_, text, plain) => {
    expect(plainSigns(text)).toBe(plain);
  });

  test('every figure that Unicode knows is read as its value', () => {
    const figures = Array.from({ length: 0x1ffff }, (_none, code) => code)
      .filter((code) => code < 0xd800 || code > 0xdfff)
      .map((code) => String.fromCodePoint(code))
      .filter((sign) => /^\p{Nd}$/u.test(sign));
    expect(figures.length).toBeGreaterThan(600);
    for (const sign of figures) expect(plainSigns(sign)).toMatch(/^[0-9]$/);
    const zeros = figures.filter((_sign, at) => at % 10 === 0).map(plainSigns);
    expect(new Set(zeros)).toEqual(new Set(['0']));
  });
});

test.each([
  ['plain text', 'call 09 74', 'call 09 74'],
  ['Arabic figures', 'é ٠٩', 'é 09'],
  ['what takes two places, which stays', '٠ 𝟎𝟗', '0 𝟎𝟗'],
])('figures alone, each in its place: %s', (_, text, plain) => {
  expect(plainFigures(text)).toBe(plain);
});
