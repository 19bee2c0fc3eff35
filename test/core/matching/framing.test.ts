import { describe, expect, test } from 'vitest';
import { framingIn, withoutFraming } from '../../../src/core/matching/framing.ts';
import { openRules } from '../../../src/core/matching/rewrite.ts';
import { buildMatcher } from '../../../src/core/matching/index.ts';
import { segment } from '../../../src/text/segment.ts';
import { everyWording } from '../../../src/text/every-wording.ts';
import { scripts } from '../../conversation/scripts.ts';
import { deskCorpus } from './desk-corpus.ts';

describe('a phrase with choices', () => {
  test.each([
    ['good day', ['good day']],
    ['(could|can) you tell (me|)', ['could you tell me', 'could you tell', 'can you tell me', 'can you tell']],
    ['(hello|) there', ['hello there', 'there']],
    ['(a|a) b', ['a b']],
  ])('%s', (phrase, wordings) => {
    expect(everyWording(phrase)).toEqual(wordings);
  });
});

describe('what stands around a question is left out', () => {
  const framing = openRules(framingIn(deskCorpus.languages));
  test.each([
    ['good morning could you tell me how i register', 'how i register'],
    ['how do i register could you tell me', 'how do i register'],
    ['bonjour comment m inscrire', 'comment m inscrire'],
    ['good morning', 'good morning'],
    ['good morning teacher', 'good morning teacher'],
    ['how do i register', 'how do i register'],
  ])('%s', (text, left) => {
    expect(withoutFraming(framing, segment(text)).join(' ')).toBe(left);
  });

  test('so that it changes nothing of what is understood', () => {
    const matcher = buildMatcher(deskCorpus);
    const bare = matcher.match('how do i register');
    expect(matcher.match('Good morning, could you tell me how do i register')).toEqual(bare);
  });
});

describe('a question is the same however politely it is asked', () => {
  scripts([
    [
      'in a letter',
      [['Dear madam, would you be so kind as to tell me what a mutuelle is?', { intent: 'mutuelle-what' }]],
    ],
    ['shortly', [['hi there, quick question about my lost carte vitale', { intent: 'carte-vitale-lost' }]]],
    ['in French', [["Bonsoir, auriez-vous la gentillesse de m'indiquer ce qu'est la CVEC ?", { intent: 'cvec' }]]],
    ['and a greeting is a greeting', [['good evening everyone', { decision: 'smalltalk', intent: 'greeting' }]]],
    ['and thanks are thanks', [['thank you very much for your help', { decision: 'smalltalk', intent: 'thanks' }]]],
  ]);
});
