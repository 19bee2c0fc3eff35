import { describe } from 'vitest';
import { scripts, type Script } from './scripts.ts';

/** One message that starts the form, and the words in which it is said back; what was told is not asked. */
function told(message: string, ...words: string[]): Script {
  return [message, [[message, { decision: 'dialog', reads: words, never: ['{{'] }]]];
}

describe('what a first message tells is said back and not asked, in English', () => {
  scripts([
    told('check my situation: I am Brazilian and stay 6 months', 'nationality Brazil', 'stay 6 months'),
    told('check my situation, I come from India for one semester', 'nationality India', 'stay 5 months'),
    told('check my situation: a Spaniard, staying until June', 'nationality Spain', 'stay until 30 June 2027'),
    told('check my situation, I come from Lima and stay ten months', 'nationality Peru', 'stay 10 months'),
    told('check my situation, I come from Mumbai for a school year', 'nationality India', 'stay 10 months'),
    told(
      "check my situation, I'm 24, Mexican, here for eight months",
      'nationality Mexico',
      'age 24 years',
      'stay 8 months',
    ),
    told('check my situation, I am twenty-four and from Peru', 'nationality Peru', 'age 24 years'),
    told('check my situation: Korean, 31 years old, 9 months', 'age 31 years', 'stay 9 months'),
    told('check my situation, I was born on 3 May 2001 and I am Mexican', 'age 25 years', 'Mexico'),
    told(
      "check my situation: I'm Chinese and stay from 1 September 2026 to 30 June 2027",
      'stay from 1 September 2026',
      'stay until 30 June 2027',
    ),
    told('check my situation, I stay from September to June', 'stay from 1 September 2026', 'stay until 30 June 2027'),
    told(
      "check my situation, I'm German, my EHIC is valid until 31 March 2027 and I stay until June",
      'card valid until 31 March 2027',
      'stay until 30 June 2027',
    ),
    told("check my situation, I'm German without an EHIC", 'European card (EHIC): no card'),
    told(
      'check my situation: Moroccan with a French government scholarship, staying 9 months',
      'French government scholarship: yes',
      'stay 9 months',
    ),
    told('check my situation, I am Japanese at a language school', 'school: language school'),
    told('check my situation, I am Chilean with a part time job', 'paid work: some paid work'),
    told('check my situation, Brazilian, insured in Spain', 'nationality Brazil', 'insured in Spain'),
    told('check my situation, I come from Quebec', 'Quebec'),
  ]);
});

describe('what a first message tells is said back and not asked, in French', () => {
  scripts([
    told('examiner ma situation : je suis brésilienne et je reste six mois', 'nationalité Brésil', 'séjour 6 mois'),
    told("examiner ma situation, j'ai 24 ans et je viens du Pérou", 'Pérou', 'âge 24 ans'),
    told('examiner ma situation, je viens de Lima pour un semestre', 'Pérou', 'séjour 5 mois'),
    told('examiner ma situation, je suis née le 3 mai 2001, mexicaine', 'âge 25 ans'),
    told(
      'examiner ma situation : chinois, je reste du 1er septembre 2026 au 30 juin 2027',
      'séjour à partir du 1er septembre 2026',
      "séjour jusqu'au 30 juin 2027",
    ),
    told(
      "examiner ma situation, espagnol, ma CEAM est valable jusqu'au 31 mars 2027 et je reste jusqu'au 30 juin 2027",
      "carte valable jusqu'au 31 mars 2027",
      "séjour jusqu'au 30 juin 2027",
    ),
    told(
      'examiner ma situation, marocain, boursier du gouvernement français pour 9 mois',
      'bourse du gouvernement français : oui',
    ),
    told('examiner ma situation : allemande, sans CEAM, dix mois', 'nationalité Allemagne', 'séjour 10 mois'),
  ]);
});

describe('prices, products and terms are read from the first message too', () => {
  scripts([
    [
      'product and term in digits',
      [['make me a quote: assurance tranquillité, 3 months', { intent: 'quote', asking: null, reads: ['109 €'] }]],
    ],
    [
      'product and term in words',
      [['quote for one month of medical insurance', { intent: 'quote', asking: null, reads: ['52 €'] }]],
    ],
    [
      'both products in French',
      [
        [
          'un devis pour trois mois de tranquillité et la responsabilité civile',
          { intent: 'quote', asking: null, reads: ['127 €'] },
        ],
      ],
    ],
    [
      'the price paid, the doctor and the mutuelle: what is above the tariff is named',
      [
        [
          'calculate my refund: I paid 45 euros at the GP, declared doctor, no mutuelle',
          { intent: 'reimbursement', asking: null, reads: ['charged 45 €', '19 €', '26 €', '15 €'] },
        ],
      ],
    ],
    [
      'the price paid in words',
      [
        [
          'calculate a refund: I paid thirty euros to the doctor, I have a mutuelle and a declared doctor',
          { asking: null, reads: ['charged 30 €', '2 €'] },
        ],
      ],
    ],
    [
      'the price paid in French',
      [
        [
          "calculer mon remboursement : j'ai payé 45 euros chez le généraliste, médecin traitant déclaré, pas de mutuelle",
          { asking: null, reads: ['45 € demandés', '26 €'] },
        ],
      ],
    ],
    [
      'the day of a payment and what it is about',
      [['calculate a deadline: when does my RC end if I buy it today', { asking: null, reads: ['30 September 2027'] }]],
    ],
    [
      'the end of a card and the end of the stay',
      [
        [
          'calculate a deadline: my card expires on 31 March 2027 and I stay until 30 June 2027',
          { asking: null, reads: ['1 April 2027'] },
        ],
      ],
    ],
  ]);
});

describe('a number is read for what it measures', () => {
  scripts([
    [
      'an age is no length of stay',
      [
        ['check my situation', {}],
        ['no', {}],
        ['Brazil, no job', { asking: 'stayMonths' }],
        ['I am 29 years old', { asking: 'stayMonths', reads: ['age 29 years'], never: ['29 months'] }],
        ['10', { row: 'D29' }],
      ],
    ],
    [
      'a bare number answers a question for months, in French too',
      [
        ['examiner ma situation', {}],
        ['non', {}],
        ['Pérou, pas de travail', { asking: 'stayMonths' }],
        ['10', { row: 'D29', reads: ['séjour 10 mois'] }],
      ],
    ],
  ]);
});
