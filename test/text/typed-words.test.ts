import { describe, expect, test } from 'vitest';
import { isOneOf, longestMention, opensWith, says } from '../../src/text/typed-words.ts';

describe('a phrase stands in a text', () => {
  test.each([
    ['as it is written', 'where is my card', 'my card', true],
    ['in other case and with accents', 'OÙ EST MA CARTE', 'ou est', true],
    ['not as a part of a word', 'a postcard came', 'card', false],
    ['among Chinese signs, which have no spaces', '我要医保卡', '医保', true],
    ['never, where it is nothing', 'where is my card', '…', false],
  ])('%s', (_, text, phrase, stands) => {
    expect(says(text, phrase)).toBe(stands);
  });
});

describe('a text begins with', () => {
  test.each([
    ['the words of a phrase', 'Hello, where do I go?', 'hello', true],
    ['and is no more than that', 'hello', 'hello', true],
    ['but not with the letters alone', 'hellos to all', 'hello', false],
    ['nor with what comes later', 'well hello', 'hello', false],
    ['nor with nothing', 'hello', '!', false],
  ])('%s', (_, text, phrase, begins) => {
    expect(opensWith(text, phrase)).toBe(begins);
  });
});

describe('of several mentions', () => {
  test.each([
    ['the longest is taken', 'a private health insurance please', 'private health insurance'],
    ['of equally long ones the first of the alphabet', 'insurance for the apartment', 'apartment'],
    ['wherever it stands in the list', 'by insurance, apartment or ambulance', 'ambulance'],
    ['none where there is none', 'a piano', null],
  ])('%s', (_, text, found) => {
    expect(longestMention(text, ['insurance', 'apartment', 'ambulance', 'private health insurance'])).toBe(found);
  });
});

test('the whole of a text is one of a list', () => {
  expect(isOneOf(' Yes! ', ['no'], ['yes'])).toBe(true);
  expect(isOneOf('👍', ['yes', '👍'])).toBe(true);
  expect(isOneOf('yes and no', ['yes', 'no'])).toBe(false);
});
