import { describe, expect, test } from 'vitest';
import { likelierOfTwo } from '../../src/conversation/topics/choose-likelier.ts';
import { scripts } from './scripts.ts';
import { knowledge } from './talk.ts';

describe('an answer is never left out for a form', () => {
  scripts([
    [
      'the topic answers, and the form that shares its question asks under it',
      [
        ['what do I get back for the consultation', { decision: 'answer', intent: 'gp-refund', asking: 'act' }],
        ['a GP visit', { decision: 'dialog', intent: 'reimbursement' }],
      ],
    ],
    [
      'in French',
      [
        [
          'quand puis-je demander la CMU',
          { decision: 'answer', intent: 'cmu-when', reads: ['Pour votre propre cas'], asking: 'from' },
        ],
      ],
    ],
    [
      'a case of their own under a general answer',
      [
        [
          'I am from Brazil: is it compulsory to register?',
          { decision: 'answer', intent: 'who-must-register', asking: 'registered', reads: ['nationality Brazil'] },
        ],
        ['no', { decision: 'dialog' }],
      ],
    ],
    [
      'two facts of oneself beside another question',
      [
        [
          "J'ai 26 ans et je viens de Serbie, est-ce que le psychologue est remboursé ?",
          { decision: 'answer', intent: 'psychologist', asking: 'registered' },
        ],
      ],
    ],
    ['who only tells asks nothing', [['I stay 9 months', { decision: 'dialog', intent: 'eligibility' }]]],
  ]);
});

describe('a question that nobody asked for is not asked again', () => {
  scripts([
    [
      'another question closes it',
      [
        ['what do I get back for the consultation', { asking: 'act' }],
        ['where is the CPAM in Lyon', { decision: 'answer', intent: 'cpam-lyon', asking: null }],
        ['thanks', { decision: 'smalltalk', asking: null }],
      ],
    ],
    [
      'what is not understood is no answer to it',
      [
        ['what do I get back for the consultation', { asking: 'act' }],
        ['blorp fnord', { decision: 'decline', asking: null }],
      ],
    ],
    [
      '"how long does it take?" is about the answer above',
      [
        ['what do I get back for the consultation', { asking: 'act' }],
        ['how long does it take?', { intent: 'refund-delay', asking: null }],
      ],
    ],
  ]);
});

describe('of two neighbours the likelier is answered', () => {
  const ranked = (...scores: readonly (readonly [string, number])[]) => ({
    kind: 'clarify' as const,
    ranked: scores.map(([intent, score]) => ({ intent, score })),
  });
  test.each([
    [
      'one follows the other',
      [
        ['temporary-number', 0.4],
        ['temporary-certificate', 0.3],
      ],
      'temporary-number',
    ],
    [
      'a topic and the form that it offers',
      [
        ['who-must-register', 0.4],
        ['eligibility', 0.2],
      ],
      'who-must-register',
    ],
    [
      'near, but right in a third of such cases',
      [
        ['temporary-number', 0.33],
        ['temporary-certificate', 0.3],
      ],
      null,
    ],
    [
      'nothing to do with each other',
      [
        ['visa', 0.4],
        ['carte-vitale-wait', 0.3],
      ],
      null,
    ],
    [
      'too little of both',
      [
        ['temporary-number', 0.22],
        ['temporary-certificate', 0.1],
      ],
      null,
    ],
    [
      'no subject',
      [
        ['greeting', 0.4],
        ['thanks', 0.3],
      ],
      null,
    ],
  ] as const)('%s', (_, scores, expected) => {
    expect(likelierOfTwo({ knowledge }, ranked(...scores))).toBe(expected);
  });
});
