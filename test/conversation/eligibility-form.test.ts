import { describe } from 'vitest';
import { scripts } from './scripts.ts';

describe('the eligibility form asks only what still matters', () => {
  scripts([
    [
      'a Brazilian who stays ten months registers (D29)',
      [
        ['check my situation', { decision: 'dialog', asking: 'registered' }],
        ['no', { asking: 'nationality' }],
        ['Brazilian, no job', { asking: 'stayMonths' }],
        ['10 months', { row: 'D29', asking: null, reads: ['it is free'], never: ['CMU'] }],
      ],
    ],
    ...['Spanish', 'Portuguese', 'Italian', 'French'].map(
      (people) =>
        [
          `a nationality that is a language too: ${people}`,
          [
            ['check my situation', { asking: 'registered' }],
            ['no', { asking: 'nationality' }],
            [people, { decision: 'dialog', intent: 'eligibility', reads: ['Understood: nationality'] }],
          ],
        ] as const,
    ),
    [
      'whoever is registered already is asked nothing else (D20)',
      [
        ['check my situation', { asking: 'registered' }],
        ['yes', { row: 'D20', asking: null }],
      ],
    ],
    [
      'everything told in the first message is not asked again',
      [
        [
          "I'm a 24-year-old Brazilian, here for 6 months, no job, do I need insurance?",
          { decision: 'dialog', asking: 'registered', reads: ['Brazil', '6 months', '24'] },
        ],
        ['not yet', { row: 'D29' }],
      ],
    ],
    [
      'a Spaniard with a card for the whole stay needs no registration (D22)',
      [
        ['I am Spanish, do I have to register?', { asking: 'registered' }],
        ['no', { asking: 'ehic' }],
        ['yes, for my whole stay', { asking: 'work' }],
        ['no', { asking: 's1' }],
        ['no', { row: 'D22', asking: null }],
      ],
    ],
    [
      'a Canadian is asked where they are insured; Quebec with its form is exempt (D27)',
      [
        ['check my situation', { asking: 'registered' }],
        ['no', { asking: 'nationality' }],
        [
          'canadian',
          { asking: 'insuredIn', choices: ['Quebec', 'Elsewhere in Canada', "I don't know", "That's not right"] },
        ],
        ['Quebec', { asking: 'quebecForm' }],
        ['yes', { row: 'D27' }],
      ],
    ],
    [
      'a stay of two months cannot be covered (D28)',
      [
        ['am I covered? i am from India, no job, and stay 2 months', { asking: 'registered' }],
        ['no', { row: 'D28', reads: ['private insurance'] }],
      ],
    ],
    [
      'a British student with a card is handed on (D31)',
      [
        ['check my situation', {}],
        ['no', {}],
        ['UK', { asking: 'ehic' }],
        ['for the whole stay, no job', { asking: 'stayMonths' }],
        ['9 months', { row: 'D31', choices: ['Change my answers', 'Talk to a person'] }],
      ],
    ],
    [
      'the same in French',
      [
        ['examiner ma situation', { asking: 'registered', language: 'fr' }],
        ['non', { asking: 'nationality' }],
        ['brésilienne, pas de travail', { asking: 'stayMonths' }],
        ['dix mois', { row: 'D29', reads: ['gratuit'] }],
      ],
    ],
    [
      'a misspelt country is understood and said back',
      [
        ['check my situation', {}],
        ['no', {}],
        ['morroco', { asking: 'work', reads: ['Morocco'] }],
        ['no', { asking: 'stayMonths' }],
        ['one semester', { row: 'D29' }],
      ],
    ],
  ]);
});

describe('commands inside a form', () => {
  scripts([
    [
      'why do you ask: the reason, then the question again',
      [
        ['check my situation', { asking: 'registered' }],
        ['why do you ask?', { decision: 'command', asking: 'registered', reads: ['Registration is done once'] }],
        ['no', { asking: 'nationality' }],
      ],
    ],
    [
      'back takes the last answer away',
      [
        ['check my situation', {}],
        ['no', { asking: 'nationality' }],
        ['back', { asking: 'registered' }],
        ['yes', { row: 'D20' }],
      ],
    ],
    [
      'start again forgets everything',
      [
        ['I am Brazilian and stay 6 months, am I covered?', { asking: 'registered' }],
        ['start again', { asking: 'registered' }],
        ['no', { asking: 'nationality' }],
      ],
    ],
    [
      'cancel ends the form',
      [
        ['check my situation', {}],
        ['cancel', { decision: 'command', asking: null }],
        ['what does a gp cost', { decision: 'answer', intent: 'gp-price', asking: null }],
      ],
    ],
    [
      "I don't know is accepted at every question, and the safest outcome is told first",
      [
        ['check my situation', {}],
        ["I don't know", { asking: 'nationality' }],
        ['Brazil, no job', { asking: 'stayMonths' }],
        ['no idea', { asking: null, reads: ['safest first'], choices: ['Change my answers', 'Talk to a person'] }],
      ],
    ],
    [
      'a correction replaces the fact and drops what depended on it',
      [
        ['check my situation', {}],
        ['no', { asking: 'nationality' }],
        ['Spain', { asking: 'ehic' }],
        ['no, I meant Mexico', { asking: 'work' }],
        ['no', { asking: 'stayMonths' }],
        ['8 months', { row: 'D29' }],
      ],
    ],
    [
      'a question in the middle is answered, and the pending question asked once more',
      [
        ['check my situation', {}],
        ['no', { asking: 'nationality' }],
        ['what is the carte vitale photo?', { decision: 'answer', asking: 'nationality' }],
        ['Peru, no job', { asking: 'stayMonths' }],
      ],
    ],
    [
      'the language changes in the middle, the facts stay',
      [
        ['check my situation', {}],
        ['no', { asking: 'nationality' }],
        ['en français svp', { decision: 'command', asking: 'nationality', reads: ['nationalité'] }],
        ['mexicain, pas de travail', { asking: 'stayMonths', language: 'fr' }],
      ],
    ],
    [
      'what cannot be is named and asked again',
      [
        ['check my situation', {}],
        ['no', {}],
        ['Brazil, no job', { asking: 'stayMonths' }],
        ['blorp fnord', { asking: 'stayMonths', reads: ['did not understand'] }],
        ['5', { row: 'D29' }],
      ],
    ],
  ]);
});

describe('after a decision', () => {
  scripts([
    [
      'and if …? decides again with the fact that changed',
      [
        ["I'm Brazilian, here for 6 months, no job, do I need insurance?", {}],
        ['no', { row: 'D29' }],
        ['and if I stay 2 months?', { row: 'D28' }],
      ],
    ],
  ]);
});
