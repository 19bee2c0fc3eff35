import { expect, test } from 'vitest';
import { sentencesOf } from '../../src/text/sentences.ts';

test.each([
  ['a stop, a question and a call', 'It is free. Is it? It is!', ['It is free.', 'Is it?', 'It is!']],
  ['a colon and a semicolon', 'You need: a card; a visa', ['You need:', 'a card;', 'a visa']],
  ['lines and paragraphs', 'One\n- two\n\nthree', ['One', '- two', 'three']],
  ['an amount and an address are whole', 'It is 23.00 € at ameli.fr', ['It is 23.00 € at ameli.fr']],
  ['spaces are not kept', '  One.   Two  \n', ['One.', 'Two']],
  ['nothing is no sentence', ' \n ', []],
])('sentences: %s', (_, text, sentences) => {
  expect(sentencesOf(text)).toEqual(sentences);
});
