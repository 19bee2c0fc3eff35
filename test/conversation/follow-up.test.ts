import { describe } from 'vitest';
import { scripts, type Script } from './scripts.ts';

describe('after a decision', () => {
  scripts([
    [
      'and if I stay longer? asks how long',
      [
        ['check my situation: from India, staying 2 months, no job', { asking: 'registered' }],
        ['no', { row: 'D28' }],
        ['and if I stay longer?', { decision: 'dialog', asking: 'stayMonths' }],
        ['8 months', { row: 'D29' }],
      ],
    ],
    [
      'et si je reste plus longtemps ?',
      [
        ["examiner ma situation : je viens d'Inde, je reste 2 mois, pas de travail", { asking: 'registered' }],
        ['non', { row: 'D28' }],
        ['et si je reste plus longtemps ?', { decision: 'dialog', asking: 'stayMonths' }],
        ['8 mois', { row: 'D29' }],
      ],
    ],
    [
      'with a job too?',
      [
        ['check my situation: Brazilian, 6 months, no job', {}],
        ['no', { row: 'D29' }],
        ['with a job too?', { decision: 'dialog', intent: 'eligibility', reads: ['paid work: some paid work'] }],
      ],
    ],
    [
      'is it the same without a card?',
      [
        ['check my situation, I am German with a card for the whole stay', { asking: 'registered' }],
        ['no', { asking: 'work' }],
        ['no', { asking: 's1' }],
        ['no', { row: 'D22' }],
        ['is it the same without a card?', { decision: 'dialog', intent: 'eligibility', asking: 'stayMonths' }],
        ['10 months', { asking: null, reads: ['Without a European card you must register'] }],
      ],
    ],
    [
      'and for a Spaniard?',
      [
        ['check my situation: Brazilian, 6 months, no job', {}],
        ['no', { row: 'D29' }],
        ['and for a Spaniard?', { intent: 'eligibility', asking: 'ehic', reads: ['Spain'] }],
      ],
    ],
    [
      'by when?',
      [
        ['check my situation: Brazilian, 6 months, no job', {}],
        ['no', { row: 'D29' }],
        ['by when?', { decision: 'answer', intent: 'when-to-register' }],
      ],
    ],
    [
      'what is the price? asks of the thing that was named, not of its neighbour',
      [
        ['Tranquillité insurance for one month', { intent: 'price-one-month' }],
        ['what is the price?', { intent: 'price-one-month', reads: ['52 €'], never: ['109 €'] }],
      ],
    ],
    [
      'how much?',
      [
        ['check my situation: Brazilian, 6 months, no job', {}],
        ['no', { row: 'D29' }],
        ['how much?', { decision: 'answer', intent: 'registration-cost' }],
      ],
    ],
    [
      'which documents?',
      [
        ['examiner ma situation : brésilienne, 6 mois, pas de travail', {}],
        ['non', { row: 'D29' }],
        ['quels documents ?', { decision: 'answer', intent: 'papers-to-start' }],
      ],
    ],
    [
      'and in French? the decision again',
      [
        ['check my situation: Brazilian, 6 months, no job', {}],
        ['no', { row: 'D29' }],
        ['and in French?', { decision: 'command', row: 'D29', reads: ['gratuit'] }],
        ['et si je reste 2 mois ?', { row: 'D28', language: 'fr' }],
      ],
    ],
    [
      'a fact more: the decision with it, not its form anew',
      [
        ['check my situation: Brazilian, 6 months, no job', {}],
        ['no', { row: 'D29' }],
        ['i am 19', { row: 'D29', listener: 'changed-decision', reads: ['19 years'] }],
        ["et si j'ai 20 ans ?", { row: 'D29', language: 'fr', reads: ['20 ans'] }],
      ],
    ],
    [
      'and for 1 month? of a quote',
      [
        ['make me a quote', {}],
        ['both together', {}],
        ['3 months', { reads: ['127 €'] }],
        ['and for 1 month?', { intent: 'quote', reads: ['70 €'] }],
      ],
    ],
    [
      'and without a mutuelle? of a refund',
      [
        ['calculate a refund: GP, declared doctor, with a mutuelle, 30 euros', { asking: null, reads: ['2 €'] }],
        ['and without a mutuelle?', { intent: 'reimbursement', asking: null, reads: ['11 €'] }],
        ['who pays the difference?', { decision: 'answer', intent: 'gp-refund' }],
      ],
    ],
  ]);
});

describe('after an answer', () => {
  const leaning = (first: string, topic: string, next: string, meant: string): Script => [
    `${next} after ${topic}`,
    [
      [first, { decision: 'answer', intent: topic }],
      [next, { decision: 'answer', intent: meant }],
    ],
  ];
  scripts([
    leaning('how do I register online?', 'how-to-register', 'by when?', 'when-to-register'),
    leaning("comment s'inscrire à la sécu", 'how-to-register', 'pour quand ?', 'when-to-register'),
    leaning('what does a doctor cost', 'gp-price', 'who pays the difference?', 'gp-refund'),
    leaning('combien coûte une consultation chez le médecin', 'gp-price', 'qui paie la différence ?', 'gp-refund'),
    leaning('what do you sell', 'aaa-offers', 'which of the two is cheaper?', 'bundle-price'),
    [
      'and in French? the answer again',
      [
        ['what does a doctor cost', { reads: ['30 €'] }],
        ['and in French?', { decision: 'command', reads: ['30 €'] }],
        ['et en anglais ?', { decision: 'command', reads: ['30 €'] }],
      ],
    ],
    [
      'what is not understood in between does not make it forget',
      [
        ['how do I register online?', { intent: 'how-to-register' }],
        ['xqzt wvut kkpl', { decision: 'decline' }],
        ['by when?', { decision: 'answer', intent: 'when-to-register' }],
      ],
    ],
    [
      'a change of topic does',
      [
        ['check my situation: Brazilian, 6 months, no job', {}],
        ['no', { row: 'D29' }],
        ['what does a doctor cost', { intent: 'gp-price' }],
        ['who pays the difference?', { intent: 'gp-refund' }],
      ],
    ],
  ]);
});

describe('a price', () => {
  scripts([
    [
      'is of what the question names, whatever was spoken of',
      [
        ['la responsabilité civile est-elle obligatoire', { intent: 'rc-obligatory' }],
        ['combien ça coûte la mutuelle', { intent: 'mutuelle-price' }],
      ],
    ],
    [
      'after a lost card is not what the desk sells',
      [
        ['j’ai perdu ma carte Vitale', { intent: 'carte-vitale-lost' }],
        ['merci et ça coûte', { decision: 'clarify' }],
      ],
    ],
    [
      'after registering is what registering costs',
      [
        ['how do I register', { intent: 'how-to-register' }],
        ['and does it cost', { intent: 'registration-cost' }],
      ],
    ],
  ]);
});
