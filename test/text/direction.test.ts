import { describe, expect, test } from 'vitest';
import { directed, directionOf } from '../../src/text/direction.ts';

test.each([
  ['ar', 'rtl'],
  ['he', 'rtl'],
  ['zh', 'ltr'],
  ['en', 'ltr'],
])('%s is written %s', (language, direction) => {
  expect(directionOf(language)).toBe(direction);
});

describe('in Arabic', () => {
  test.each([
    [
      'the groups of a telephone number stay in order',
      'اتصل على 09 72 72 36 46.',
      'اتصل على \u206609 72 72 36 46\u2069.',
    ],
    ['a number from abroad', 'من الخارج: +33 1 84 90 36 46', 'من الخارج: \u2066+33 1 84 90 36 46\u2069'],
    ['a number alone', '36 46', '\u206636 46\u2069'],
    ['hours', 'من 9:00 – 17:00 كل يوم', 'من \u20669:00 – 17:00\u2069 كل يوم'],
    ['the text of a link, not its address', '[هاتف 36 46](tel:36 46)', '[هاتف \u206636 46\u2069](tel:36 46)'],
    ['a web address', 'انظر https://ameli.fr/36 46 الآن', 'انظر https://ameli.fr/36 46 الآن'],
    ['a figure behind a name and a comma', 'فهمت: RC, 3 أشهر', 'فهمت: RC, \u200f3 أشهر'],
    ['a name with its own figure', 'في Secteur 1 فقط', 'في Secteur 1 فقط'],
    ['a port in an address', 'على http://localhost:8080 الآن', 'على http://localhost:8080 الآن'],
    ['an amount', 'تدفع 23,50 € فقط', 'تدفع 23,50 € فقط'],
    ['an item of a list', '1. 2 أشهر\n2. ثلاثة', '1. 2 أشهر\n2. ثلاثة'],
    ['a line that begins with a French term', 'carte Vitale هي بطاقة', '\u200fcarte Vitale هي بطاقة'],
    ['an item that does', '- **CPAM** مكتب', '- \u200f**CPAM** مكتب'],
  ])('%s', (_, text, written) => {
    expect(directed(text, 'ar')).toBe(written);
    expect(directed(written, 'ar')).toBe(written);
  });

  test('a name alone is left as it is', () => {
    expect(directed('carte Vitale', 'ar')).toBe('carte Vitale');
  });
});

test('a language that is written from the left is left as it is', () => {
  expect(directed('Call 09 72 72 36 46 (الهاتف)', 'en')).toBe('Call 09 72 72 36 46 (الهاتف)');
});
