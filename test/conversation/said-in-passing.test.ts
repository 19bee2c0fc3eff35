import { describe, expect, test } from 'vitest';
import { oneAfterTheOther } from './talk.ts';
import { scripts } from './scripts.ts';

describe('who only says that the reply was read is not refused', () => {
  test.each([
    ['en', 'what is the carte vitale', 'hmm ok i see'],
    ['en', 'what is the carte vitale', 'haha ok noted'],
    ['fr', "c'est quoi la carte vitale", 'ah ok je vois'],
    ['es', 'qué es la carte vitale', 'vale, entendido'],
    ['it', "cos'è la carte vitale", 'ok capito'],
    ['pt', 'o que é a carte vitale', 'ah entendi'],
    ['de', 'was ist die carte vitale', 'ach so, verstehe'],
    ['zh', '什么是carte vitale', '哦明白了'],
    ['ar', 'ما هي carte vitale', 'آه فهمت'],
  ])('%s: “%s”, then “%s”', async (locale, question, says) => {
    const [, turn] = await oneAfterTheOther(locale, question, says);
    expect(turn.trace.decision).toBe('smalltalk');
    expect(turn.replies[0]?.choices.length).toBeGreaterThan(0);
  });
});

scripts([
  [
    'what is not understood in a talk about ours is not called foreign',
    [
      ['how long does the carte vitale take', { intent: 'carte-vitale-wait' }],
      [
        'the green parrot likes old songs',
        { decision: 'decline', reads: ['How long the carte Vitale takes'], never: ['That is outside'] },
      ],
    ],
  ],
  [
    'as a first message it is',
    [['the green parrot likes old songs', { decision: 'decline', reads: ['That is outside'] }]],
  ],
  ['a lonely yes is read, and asks nothing', [['yes', { decision: 'smalltalk', listener: 'acknowledgement' }]]],
  [
    'a no to a question that stood under an answer is no short form of a number',
    [
      ['i paid 30 euro at doctor, how much comes back', { intent: 'gp-refund', asking: 'act' }],
      ['no', { decision: 'smalltalk', never: ['36 46'] }],
    ],
  ],
  ['a lonely no neither', [['no', { decision: 'smalltalk', listener: 'yes-or-no' }]]],
  [
    'a yes to a question of a form is its answer',
    [
      ['check my situation', { asking: 'registered' }],
      ['yes', { decision: 'dialog', listener: 'choice' }],
    ],
  ],
]);
