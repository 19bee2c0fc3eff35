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

scripts([
  [
    'a stay told as a length alone has no end to hold the card against: it is asked for',
    [
      ['check my situation', { asking: 'registered' }],
      ['no', {}],
      ['I am Danish and my European card ends on 20 June 2027', { asking: 'work' }],
      ['I have a European card, I said', { reads: ['20 June 2027'], never: ['cannot be right'], asking: 'work' }],
      ['no job', { asking: 's1' }],
      ['no', { asking: 'stayMonths' }],
      ['nine months', { asking: 'stayUntil' }],
      ['until the end of May', { asking: null, reads: ['covers your whole stay'] }],
    ],
  ],
  [
    'since when answers as well',
    [
      ['check my situation', {}],
      ['no', {}],
      [
        'I am Danish, my European card ends on 20 January 2027, I stay five months, no job, no S1',
        { asking: 'stayUntil' },
      ],
      ['since the middle of August', { asking: null, reads: ['covers your whole stay'] }],
    ],
  ],
  [
    'not known, what is safest is said',
    [
      ['examiner ma situation', {}],
      ['non', {}],
      ['je suis danois, ma carte européenne finit le 20 juin 2027, je reste neuf mois', { asking: 'work' }],
      ['aucun travail', { asking: 's1' }],
      ['non', { asking: 'stayUntil' }],
      ['je ne sais pas', { asking: null, reads: ['le plus sûr'] }],
    ],
  ],
  [
    'a card that outlasts every such stay is not asked about',
    [
      ['check my situation', {}],
      ['no', {}],
      ['I am Danish, my European card ends on 20 June 2030, I stay nine months, no job', { asking: 's1' }],
      ['no', { asking: null, reads: ['covers your whole stay'] }],
    ],
  ],
]);
