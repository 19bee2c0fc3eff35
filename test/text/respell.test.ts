import { describe, expect, test } from 'vitest';
import { isNear, respelt } from '../../src/text/respell.ts';

const vocabulary = new Set(['monday', 'sunday', 'tuesday']);

describe('a word is put in the place of', () => {
  test.each([
    ['one that is a slip away', 'mnday', 'monday'],
    ['no word of its own', 'monday', 'monday'],
    ['none with two slips', 'mnda', 'mnda'],
    ['none with another first letter', 'ronday', 'ronday'],
    ['none with a letter that no word begins with', 'xunday', 'xunday'],
    ['none so short', 'mon', 'mon'],
  ])('%s', (_, typed, read) => {
    expect(respelt(typed, vocabulary, 4)).toBe(read);
  });
});

describe('a word is near another', () => {
  test.each([
    ['that it is', 'sunday', true],
    ['a slip away, in its first letter as well', 'nunday', true],
    ['but not two away', 'nundai', false],
    ['nor where it is so short', 'sun', false],
  ])('%s', (_, typed, near) => {
    expect(isNear(typed, vocabulary, 4)).toBe(near);
  });
});
