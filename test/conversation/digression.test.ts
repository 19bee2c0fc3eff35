import { describe } from 'vitest';
import { scripts } from './scripts.ts';

const gp = 'what does a doctor cost?';

describe('a question in the middle of a form', () => {
  scripts([
    [
      'is not made of a number alone: no form asks for a place',
      [
        ['how much is reimbursed if i paid 40 for a gp?', {}],
        ['then i get 49', { decision: 'clarify', listener: 'left-over', never: ['CPAM'] }],
      ],
    ],
    [
      'is made of a number where a place was asked for',
      [
        ['which office is mine', { intent: 'which-cpam' }],
        ['it is in 49', { intent: 'cpam-angers' }],
      ],
    ],
    [
      'is answered, and the pending question asked once',
      [
        ['check my situation', {}],
        ['no', { asking: 'nationality' }],
        [
          gp,
          {
            decision: 'answer',
            intent: 'gp-price',
            asking: 'nationality',
            reads: ['30 €', 'Back to where we were'],
          },
        ],
        ['Brazil, no job', { asking: 'stayMonths', never: ['30 €'] }],
      ],
    ],
    [
      'twice in a row',
      [
        ['check my situation', {}],
        ['no', {}],
        [gp, { asking: 'nationality' }],
        ['how much is RC?', { decision: 'answer', intent: 'rc-price', asking: 'nationality' }],
        ['Peru, no job', { asking: 'stayMonths' }],
      ],
    ],
    [
      'together with the answer: neither is lost',
      [
        ['check my situation', {}],
        ['no', { asking: 'nationality' }],
        [
          'Brazil, no job. And what does a doctor cost?',
          { decision: 'answer', asking: 'stayMonths', reads: ['30 €', 'Brazil'] },
        ],
        ['10 months', { row: 'D29' }],
      ],
    ],
    [
      'in French',
      [
        ['examiner ma situation', {}],
        ['non', { asking: 'nationality' }],
        [
          'combien coûte une consultation chez le médecin ?',
          { decision: 'answer', intent: 'gp-price', asking: 'nationality', reads: ['Revenons'] },
        ],
        ['Brésil, pas de travail', { asking: 'stayMonths' }],
      ],
    ],
    [
      'a bare one is about the form, and begins no other',
      [
        ['check my situation', {}],
        ['no', { asking: 'nationality' }],
        ['so how much in total?', { decision: 'answer', intent: 'registration-cost', asking: 'nationality' }],
      ],
    ],
    [
      'after a calculation: when it comes, and where the form goes',
      [
        ['I paid the doctor 30 €, how much comes back?', { asking: 'declaredGp' }],
        ['yes', { asking: 'mutuelle' }],
        ['no', { asking: null }],
        ['when do I get it?', { decision: 'answer', intent: 'refund-delay' }],
      ],
    ],
    [
      'in a quote, leaning on it',
      [
        ['make me a quote', { asking: 'product' }],
        ['is both together cheaper?', { decision: 'answer', intent: 'bundle-price', asking: 'product' }],
        ['rc', { asking: null, reads: ['23 €'] }],
      ],
    ],
  ]);
});

describe('another form in the middle', () => {
  scripts([
    [
      'is done first, and the one before is offered again',
      [
        ['check my situation', {}],
        ['no', { asking: 'nationality' }],
        ['make me a quote', { intent: 'quote', asking: 'product' }],
        ['rc', { asking: null, choices: ['Go on where we stopped', 'Change my answers'] }],
        ['Go on where we stopped', { intent: 'eligibility', asking: 'nationality' }],
        ['Brazil, no job', { asking: 'stayMonths' }],
        ['9 months', { row: 'D29', choices: ['Change my answers'] }],
      ],
    ],
    [
      'is offered again when the second is cancelled',
      [
        ['check my situation', {}],
        ['no', {}],
        ['make me a quote', { asking: 'product' }],
        ['cancel', { decision: 'command', asking: null }],
        ['Go on where we stopped', { intent: 'eligibility', asking: 'nationality' }],
      ],
    ],
    [
      'by word: go on',
      [
        ['calculate a refund', { asking: 'act' }],
        ['make me a quote', { asking: 'product' }],
        ['rc', { reads: ['23 €'] }],
        ['go on', { intent: 'reimbursement', asking: 'act' }],
      ],
    ],
    [
      'reprendre',
      [
        ['examiner ma situation', {}],
        ['non', { asking: 'nationality' }],
        ['faites-moi un devis', { asking: 'product' }],
        ['rc', { reads: ['23 €'] }],
        ['Reprendre où nous en étions', { asking: 'nationality' }],
      ],
    ],
    [
      'nothing to go on with says what can be asked',
      [['go on where we stopped', { decision: 'command', reads: ['I answer questions'] }]],
    ],
  ]);
});
