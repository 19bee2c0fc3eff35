import { describe } from 'vitest';
import { scripts } from './scripts.ts';

describe('the quote form', () => {
  scripts([
    [
      'everything in one message is priced at once, with what buying together saves',
      [
        [
          'how much is 3 months plus responsabilité civile',
          { intent: 'quote', asking: null, reads: ['127 €', '132 €', '15 €', '99 €', '13 €'] },
        ],
      ],
    ],
    [
      'asks for the product, then for the term',
      [
        ['make me a quote', { asking: 'product' }],
        ['Assurance tranquillité', { asking: 'term', choices: ['1 month', '3 months', "That's not right"] }],
        ['1 month', { asking: null, reads: ['52 €'] }],
      ],
    ],
    [
      'asked for the term, one of two is enough',
      [
        ['make me a quote', { asking: 'product' }],
        ['both', { asking: 'term' }],
        ['no, just the medical insurance', { asking: 'term', reads: ['Assurance tranquillité'] }],
        ['3 months', { asking: null, reads: ['109 €'] }],
      ],
    ],
    [
      'RC alone needs no term',
      [
        ['make me a quote', { asking: 'product' }],
        ['rc', { asking: null, reads: ['23 €', '30 September 2027'] }],
      ],
    ],
    [
      'two months are not sold: said with what can be bought, and asked again',
      [
        ['make me a quote', {}],
        ['assurance tranquillité', { asking: 'term' }],
        ['2 months', { asking: 'term', reads: ['104 €', '109 €'] }],
        ['3 months', { asking: null, reads: ['109 €'] }],
      ],
    ],
    [
      'six months are two purchases of three, each with its own expenses',
      [
        ['make me a quote', {}],
        ['assurance tranquillité', { asking: 'term' }],
        ['6 months', { asking: null, reads: ['218 €'] }],
      ],
    ],
    [
      'in French, with French amounts',
      [
        [
          'c’est combien trois mois plus responsabilité civile',
          { intent: 'quote', language: 'fr', reads: ['127 €', '132 €'] },
        ],
      ],
    ],
  ]);
});

describe('the refund form', () => {
  scripts([
    [
      'a visit with a declared doctor and no mutuelle',
      [
        ['calculate a refund', { asking: 'act' }],
        ['A visit to a doctor (GP)', { asking: 'declaredGp' }],
        ['yes', { asking: 'mutuelle' }],
        ['no', { asking: 'charged' }],
        ['The usual price', { asking: null, reads: ['19 €', '11 €'] }],
      ],
    ],
    [
      'three days in hospital',
      [
        ['calculate a refund', { asking: 'act' }],
        ['A stay in hospital', { asking: 'days' }],
        ['3', { asking: null, reads: ['69 €'] }],
      ],
    ],
  ]);
});

describe('the deadline form', () => {
  scripts([
    [
      'the end of an RC bought today',
      [
        ['calculate a deadline', { asking: 'about' }],
        ['End of the RC insurance', { asking: 'from' }],
        ['Today', { asking: null, reads: ['30 September 2027'] }],
      ],
    ],
  ]);
});
