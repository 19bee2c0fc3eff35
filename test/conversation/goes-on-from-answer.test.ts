import { describe } from 'vitest';
import { scripts } from './scripts.ts';

describe('what is told after an answer, and nothing else, goes on to the form that the answer offers', () => {
  scripts([
    [
      'the products, with the term of the question before',
      [
        ['how much is one month of insurance', { decision: 'answer', intent: 'price-one-month' }],
        ['medical and RC', { decision: 'dialog', intent: 'quote', asking: null, reads: ['70 €'] }],
      ],
    ],
    [
      'another product than the answer spoke of',
      [
        ['what does one month cost', { intent: 'price-one-month' }],
        ['RC', { intent: 'quote', asking: null, reads: ['23 €'] }],
      ],
    ],
  ]);
});

describe('what asks is answered', () => {
  scripts([
    [
      'a question on a product',
      [
        ['how much is one month of insurance', { intent: 'price-one-month' }],
        ['what does RC cover?', { decision: 'answer', intent: 'rc-what' }],
      ],
    ],
  ]);
});
