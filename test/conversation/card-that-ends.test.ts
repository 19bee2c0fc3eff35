import { scripts } from './scripts.ts';

scripts([
  [
    'a card that was told of, and then its last day: the day decides, and nothing is refused',
    [
      ['check my situation', { asking: 'registered' }],
      ['no', { asking: 'nationality' }],
      ['Italy', {}],
      ['I stay 10 months and I have a European card for the whole stay', { never: ['cannot be right'] }],
      ['sorry, the card expires on 15 February 2027', { never: ['cannot be right'], reads: ['15 February 2027'] }],
    ],
  ],
  [
    'une carte qui expire, et rien avant',
    [
      [
        'examiner ma situation : je suis belge et ma carte européenne expire le 20 mars 2027',
        { never: ['ne peut pas'] },
      ],
    ],
  ],
  [
    'la carte, puis son dernier jour',
    [
      ['examiner ma situation', { asking: 'registered' }],
      ['je suis allemand, 9 mois, carte européenne pour tout le séjour', { never: ['ne peut pas aller'] }],
      ['en fait ma carte expire le 15 février 2027', { never: ['ne peut pas aller'], reads: ['15 février 2027'] }],
    ],
  ],
]);
