import { describe } from 'vitest';
import { scripts } from './scripts.ts';

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

describe('of two neighbours the likelier is answered and the other offered', () => {
  scripts([
    [
      'change or declare',
      [
        [
          'can any doctor I like be my referring GP',
          { decision: 'answer', choices: ['Changing your médecin traitant'] },
        ],
      ],
    ],
    ['nothing to do with each other', [['is it the prefecture or the carte vitale', { decision: 'clarify' }]]],
  ]);
});
