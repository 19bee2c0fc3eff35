import { describe } from 'vitest';
import { scripts } from './scripts.ts';

describe('each form ends with a card that holds everything', () => {
  scripts([
    [
      'eligibility: outcome, price, the next steps, then papers, all steps, reasons, what would change it, sources',
      [
        ['check my situation: Brazilian, 6 months, no job', {}],
        [
          'no',
          {
            row: 'D29',
            reads: [
              '**Your situation**',
              'Price of registering: free',
              '**Your next steps**',
              '**Papers, step 1**',
              '**All steps, in order**',
              '**Why**',
              '**What would change this**',
              '**Sources**',
            ],
          },
        ],
      ],
    ],
    [
      'admissibilité : tout, en français',
      [
        ['examiner ma situation : brésilienne, 6 mois, pas de travail', {}],
        ['non', { reads: ['**Votre situation**', '**Vos prochaines étapes**', '**Pourquoi**', '**Sources**'] }],
      ],
    ],
    [
      'quote: lines, expenses, total, saved, what to know',
      [
        [
          'quote for three months of medical insurance and liability',
          {
            reads: ['**Your quote**', '99 €', '13 €', 'Application expenses: 15 €', 'Total: 127 €', '**Sources**'],
          },
        ],
      ],
    ],
    [
      'refund: who pays what, and how it is calculated',
      [
        [
          'calculate a refund: GP, declared doctor, no mutuelle, 30 euros',
          {
            reads: ['**Who pays what**', 'Tariff: 30 €', 'Assurance Maladie pays: 19 €', '**How it is calculated**'],
          },
        ],
      ],
    ],
    [
      'date: the question, the answer, the rule',
      [
        [
          'calculate a deadline: when does my RC end if I buy it today',
          { reads: ['**Your date**', 'Answer: 30 September 2027', 'Counted from: 22 November 2026', '**The rule**'] },
        ],
      ],
    ],
    [
      'hand-over: the reference, who answers and when, what travels, what happens next',
      [
        ['check my situation: Brazilian, 6 months, no job', {}],
        [
          'talk to a person',
          {
            decision: 'handover',
            reads: [
              '**Passed on to a person**',
              'Reference: G-',
              'Hours:',
              'nationality Brazil',
              '**What happens next**',
            ],
          },
        ],
      ],
    ],
    [
      'transmission à une personne',
      [
        [
          'je veux parler à quelqu’un svp',
          {
            decision: 'handover',
            reads: ['**Transmis à une personne**', 'Référence : G-'.replace(' :', ':'), '**Et ensuite**'],
          },
        ],
      ],
    ],
  ]);
});
