import { describe } from 'vitest';
import { scripts } from './scripts.ts';

describe('a length that does not say of what is told of the case at hand, or asked about', () => {
  scripts([
    [
      'after an answer that offers a form',
      [
        ['by when must I register', {}],
        ['9 months', { listener: 'length-alone', intent: 'eligibility', asking: 'registered', reads: ['9 months'] }],
      ],
    ],
    ['in an empty conversation', [['7 months', { listener: 'length-alone', decision: 'clarify', never: ['€'] }]]],
    ['en français', [['8 mois', { listener: 'length-alone', decision: 'clarify', never: ['€'] }]]],
    ['auf Deutsch', [['5 Monate', { listener: 'length-alone', decision: 'clarify', never: ['€'] }]]],
    ['中文', [['9个月', { listener: 'length-alone', decision: 'clarify' }]]],
  ]);
});

describe('what is told to an answer is no question', () => {
  scripts([
    [
      'en',
      [
        ['how much does a psychiatrist cost', {}],
        ['yes i have my doctor already', { listener: 'told-back' }],
      ],
    ],
    [
      'it',
      [
        ['quanto costa un dermatologo', {}],
        ['sì ho già un medico', { listener: 'told-back' }],
      ],
    ],
  ]);
});

describe('what comes back is no purchase', () => {
  scripts([
    [
      'in one message with what was paid',
      [['i saw a doctor of secteur 2 and paid 55€, i get back how much', { never: ['would you like to buy'] }]],
    ],
    ['en français', [['je suis allé chez un médecin secteur 2, je touche combien', { never: ['acheter'] }]]],
  ]);
});
