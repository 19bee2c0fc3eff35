import { expect, test } from 'vitest';
import { phrasesFor } from '../../src/text/phrase-list.ts';
import { isOneOf, longestMention } from '../../src/text/typed-words.ts';

const phrases = ['talk to', "can't wait", 'a person', 'à pied', '请问', 'talk to a person', '!!!'];

test.each([
  [
    ['i', 'talk', 'to', 'them'],
    ['talk to', 'talk to a person'],
  ],
  [['cant', 'wait'], ["can't wait"]],
  [['can', 't', 'wait'], ["can't wait"]],
  [
    ['a', 'pied'],
    ['a person', 'à pied'],
  ],
  [['nothing'], []],
  [['师'], ['请问']],
])('among %j only %j can stand', (words, expected) => {
  expect(Array.from(phrasesFor(words, phrases), ({ phrase }) => phrase).sort()).toEqual([...expected].sort());
});

test.each([
  ['May I talk to a person, please?', 'talk to a person'],
  ['I cant wait', "can't wait"],
  ['老师请问一下', '请问'],
  ['talking to a personal friend', null],
  ['', null],
])('the longest phrase in "%s" is %s', (text, expected) => {
  expect(longestMention(text, phrases)).toBe(expected);
});

test.each([
  ['Talk to', true],
  ['CAN’T WAIT!', true],
  ['!!!', true],
  ['talk to them', false],
])('"%s" as a whole is one of them: %s', (text, expected) => {
  expect(isOneOf(text, ['nothing'], phrases)).toBe(expected);
});
