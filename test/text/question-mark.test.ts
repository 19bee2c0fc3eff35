import { expect, test } from 'vitest';
import { closesAsQuestion, endsInQuestionMark, holdsQuestionMark } from '../../src/text/question-mark.ts';

test.each([
  ['why?', true, true, true],
  ['为什么？ ', true, true, true],
  ['لماذا؟', true, true, true],
  ['(how much?)', true, false, true],
  ['why?! 😀', true, false, true],
  ['why? I mean it', true, false, false],
  ['because.', false, false, false],
])('the question mark of “%s”: anywhere %s, at the end %s, before marks alone %s', (text, anywhere, last, closing) => {
  expect([holdsQuestionMark(text), endsInQuestionMark(text), closesAsQuestion(text)]).toEqual([
    anywhere,
    last,
    closing,
  ]);
});
