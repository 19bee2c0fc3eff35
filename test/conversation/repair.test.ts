import { describe } from 'vitest';
import { scripts } from './scripts.ts';

describe('correcting', () => {
  scripts([
    [
      'no, I meant: the nationality, and what hung on it is dropped',
      [
        ['check my situation', {}],
        ['no', {}],
        ['Spain', { asking: 'ehic' }],
        ['for the whole stay', { asking: 'work' }],
        ['no, I meant Canada', { asking: 'insuredIn', reads: ['Canada'] }],
      ],
    ],
    [
      'actually: another fact than the one asked',
      [
        ['check my situation', {}],
        ['no', {}],
        ['Brazil, no job', { asking: 'stayMonths' }],
        ['actually Mexico', { asking: 'stayMonths', reads: ['Mexico'] }],
        ['9 months', { row: 'D29' }],
      ],
    ],
    [
      'after the decision: decided again',
      [
        ['check my situation: Brazilian, 6 months, no job', { asking: 'registered' }],
        ['no', { row: 'D29' }],
        ['no, I meant 2 months', { row: 'D28' }],
        ['actually 8 months', { row: 'D29' }],
      ],
    ],
    [
      'in French',
      [
        ['examiner ma situation', {}],
        ['non', {}],
        ['Espagne', { asking: 'ehic' }],
        ['non, je voulais dire le Mexique', { asking: 'work', reads: ['Mexique'] }],
        ['non', { asking: 'stayMonths' }],
        ['8 mois', { row: 'D29' }],
      ],
    ],
    [
      'the term of a quote',
      [
        ['make me a quote', {}],
        ['assurance tranquillité', { asking: 'term' }],
        ['3 months', { reads: ['109 €'] }],
        ['actually 1 month', { intent: 'quote', reads: ['52 €'] }],
      ],
    ],
  ]);
});

describe('changing a fact', () => {
  scripts([
    [
      'from the summary in the middle of a form',
      [
        ['check my situation', {}],
        ['no', {}],
        ['Brazil, no job', { asking: 'stayMonths' }],
        [
          'summary',
          {
            decision: 'command',
            asking: 'stayMonths',
            reads: ['already registered in France: no, nationality Brazil, paid work: no paid work.'],
            choices: [
              "I don't know",
              'Change: already registered in France: no',
              'Change: nationality Brazil',
              'Change: paid work: no paid work',
            ],
          },
        ],
        ['Change: nationality Brazil', { asking: 'nationality' }],
        ['Mexico', { asking: 'stayMonths', reads: ['Mexico'] }],
      ],
    ],
    [
      'by a part of the choice',
      [
        ['check my situation', {}],
        ['no', {}],
        ['Brazil, no job', {}],
        ['what did I tell you', { asking: 'stayMonths' }],
        ['nationality', { asking: 'nationality' }],
      ],
    ],
    [
      'without a summary',
      [
        ['check my situation', {}],
        ['no', {}],
        ['Brazil, no job', { asking: 'stayMonths' }],
        ['change my nationality', { asking: 'nationality' }],
        ['Peru, no job', { asking: 'stayMonths', reads: ['Peru'] }],
      ],
    ],
    [
      'after the decision',
      [
        ['check my situation: Brazilian, 6 months, no job', {}],
        ['no', { row: 'D29', choices: ['Change my answers'] }],
        ['Change my answers', { decision: 'command', reads: ['stay 6 months'] }],
        ['Change: stay 6 months', { decision: 'dialog', asking: 'stayMonths' }],
        ['2 months', { row: 'D28' }],
      ],
    ],
    [
      'after the decision, in French',
      [
        ['examiner ma situation : brésilienne, 6 mois, pas de travail', {}],
        ['non', { row: 'D29' }],
        ['Changer mes réponses', { decision: 'command', reads: ['nationalité Brésil'] }],
        ['Changer : nationalité Brésil', { asking: 'nationality' }],
        ['Espagne', { asking: 'ehic' }],
      ],
    ],
    [
      'of a quote',
      [
        ['make me a quote', {}],
        ['both together', { asking: 'term' }],
        ['3 months', { reads: ['127 €'] }],
        ['Change my answers', { reads: ['3 months'] }],
        ['Change: 3 months', { asking: 'term' }],
        ['1 month', { reads: ['70 €'] }],
      ],
    ],
    [
      'of a refund',
      [
        ['calculate a refund: GP, declared doctor, no mutuelle, 45 euros', { asking: null, reads: ['26 €'] }],
        ['summary', { choices: expectChanges() }],
        ['Change: charged 45 €', { asking: 'charged' }],
        ['30', { asking: null, reads: ['11 €'] }],
      ],
    ],
    [
      'of a date',
      [
        ['calculate a deadline: when does my RC end if I buy it today', { asking: null }],
        ['summary', { reads: ['counted from 22 November 2026'] }],
        ['Change: counted from 22 November 2026', { asking: 'from' }],
        ['1 June 2027', { asking: null, reads: ['30 September 2027'] }],
      ],
    ],
  ]);
});

function expectChanges(): string[] {
  return [
    'Change: A visit to a doctor (GP)',
    'Change: declared doctor',
    'Change: without a mutuelle',
    'Change: charged 45 €',
  ];
}

describe('going back, starting again, stopping', () => {
  scripts([
    [
      'back at the first question says so',
      [
        ['check my situation', { asking: 'registered' }],
        ['back', { decision: 'command', asking: 'registered', reads: ['first question'] }],
      ],
    ],
    [
      'back twice',
      [
        ['check my situation', {}],
        ['no', {}],
        ['Brazil', { asking: 'work' }],
        ['back', { asking: 'nationality' }],
        ['go back', { asking: 'registered' }],
        ['yes', { row: 'D20' }],
      ],
    ],
    [
      'retour',
      [
        ['faites-moi un devis', { asking: 'product' }],
        ['assurance tranquillité', { asking: 'term' }],
        ['retour', { decision: 'command', asking: 'product' }],
      ],
    ],
    [
      'start again keeps nothing, in French',
      [
        ['examiner ma situation : brésilienne, 6 mois, pas de travail', { asking: 'registered' }],
        ['recommencer', { decision: 'command', asking: 'registered', reads: ['On recommence'] }],
        ['non', { asking: 'nationality' }],
      ],
    ],
    [
      'cancel leaves the way open',
      [
        ['make me a quote', {}],
        ['never mind', { decision: 'command', asking: null, reads: ['we stop here'] }],
        ['make me a quote', { asking: 'product' }],
      ],
    ],
    [
      'annuler',
      [
        ['examiner ma situation', {}],
        ['annuler', { decision: 'command', asking: null, reads: ["on s'arrête là"] }],
      ],
    ],
  ]);
});

describe('asking about the question', () => {
  scripts([
    [
      'why, in every form',
      [
        ['make me a quote', {}],
        ['why?', { decision: 'command', asking: 'product', reads: ['The price depends on what you buy'] }],
        ['cancel', {}],
        ['calculate a refund', { asking: 'act' }],
        ['why do you ask?', { asking: 'act', reads: ['A visit is refunded by a rate'] }],
        ['cancel', {}],
        ['calculate a deadline', { asking: 'about' }],
        ['why do you need that', { asking: 'about', reads: ['Every date has its own rule'] }],
      ],
    ],
    [
      'why after a decision: its reasons',
      [
        ['check my situation: Brazilian, 6 months, no job', {}],
        ['no', { row: 'D29' }],
        ['why?', { decision: 'command', row: 'D29', reads: ['Why', 'outside the EEA'] }],
      ],
    ],
    [
      'pourquoi',
      [
        ['examiner ma situation', { asking: 'registered' }],
        ['pourquoi cette question ?', { decision: 'command', asking: 'registered' }],
      ],
    ],
    [
      'what are the options',
      [
        ['make me a quote', {}],
        [
          'what are the options?',
          {
            decision: 'command',
            asking: 'product',
            choices: ['Assurance tranquillité', 'Responsabilité civile (RC)', 'Both together'],
          },
        ],
      ],
    ],
    [
      'repeat in a form asks again, outside it says again',
      [
        ['check my situation', {}],
        ['can you repeat', { decision: 'command', asking: 'registered' }],
        ['cancel', {}],
        ['repeat', { decision: 'command', reads: ['we stop here'] }],
      ],
    ],
    [
      "I don't know to everything ends with what can be said",
      [
        ['check my situation', { asking: 'registered' }],
        ["I don't know", { asking: 'nationality' }],
        ['no idea', { decision: 'dialog' }],
      ],
    ],
    [
      'je ne sais pas',
      [
        ['examiner ma situation', { asking: 'registered' }],
        ['je ne sais pas', { asking: 'nationality' }],
        ['Brésil, pas de travail', { asking: 'stayMonths' }],
        ['aucune idée', { asking: null, choices: ['Changer mes réponses', 'Parler à une personne'] }],
      ],
    ],
  ]);
});
