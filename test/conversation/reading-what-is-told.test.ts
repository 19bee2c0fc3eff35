import { describe } from 'vitest';
import { scripts } from './scripts.ts';

describe('what is told is read as it was meant', () => {
  scripts([
    ...(
      [
        ['idk', 'Azerbaijan'],
        ['bye', 'Libya'],
        ['hmm', 'Myanmar'],
        ['lol', 'Poland'],
        ['ok', 'Understood'],
        ['maybe', 'Understood'],
      ] as const
    ).map(
      ([text, country]) =>
        [
          `“${text}” is no country`,
          [
            ['check my situation', {}],
            ['no', { asking: 'nationality' }],
            [text, { never: [country] }],
          ],
        ] as const,
    ),
    ...(
      [
        ['canda', 'Canada'],
        ['brasil', 'Brazil'],
        ['phillipines', 'Philippines'],
        ['columbia', 'Colombia'],
        ['marroc', 'Morocco'],
      ] as const
    ).map(
      ([text, country]) =>
        [
          `“${text}” is ${country}`,
          [
            ['check my situation', {}],
            ['no', { asking: 'nationality' }],
            [text, { reads: [`nationality ${country}`] }],
          ],
        ] as const,
    ),
    ...(
      [
        ['i am mexican, here for two semesters, do i have to register', 'stay 10 months'],
        ['vietnamese, we stay until the end of june, have to register?', 'until 30 June 2027'],
        [
          'I am American, at a business school, studying from 1 September to 20 December, should I register?',
          'until 20 December 2026',
        ],
        ['im from the uk with ghic, staying sept till june', 'until 30 June 2027'],
        ['hi, from mexico city, 21, one semester, need insurance?', 'age 21 years'],
        ['indian 24yo, 10 months, do i need to register', 'age 24 years'],
        ['je suis tunisienne, je reste 1 an, dois-je m’inscrire', 'séjour 12 mois'],
        [
          'nous sommes brésiliens et restons jusqu’au 15 mai 2027, sommes-nous obligés de nous inscrire ?',
          'nationalité Brésil',
        ],
        ['je viens du maroc de sept à juin, je dois m’inscrire ?', 'nationalité Maroc'],
      ] as const
    ).map(([text, fact]) => [text, [[text, { asking: 'registered', reads: [fact] }]]] as const),
    [
      'when the card ends before the stay: the answer, and their own day under it',
      [
        [
          "je suis espagnole, CEAM valable jusqu'en juin, je reste jusqu'à fin juillet",
          {
            intent: 'ehic-expires',
            asking: null,
            reads: ["séjour jusqu'au 31 juillet 2027", '**1er juillet 2027**'],
          },
        ],
      ],
    ],
    [
      'what the recogniser cannot read is asked for, not stumbled over',
      [['check my situation: chilean, i stay until the end of the year', { asking: 'registered', reads: ['Chile'] }]],
    ],
    [
      'a negation reaches no further than its clause',
      [
        [
          'I paid 45 euros at the doctor, no mutuelle, i declared my doctor, calculate my refund',
          { reads: ['declared doctor, without a mutuelle', '**19 €**'] },
        ],
      ],
    ],
    [
      '“un devis” is another task, not one month',
      [
        ['examiner ma situation', {}],
        ['non', {}],
        ['maroc, pas de travail', { asking: 'stayMonths' }],
        ['je veux un devis', { intent: 'quote', asking: 'product' }],
      ],
    ],
    [
      '“no job” answers about the job alone',
      [
        ['check my situation: german, 10 months', {}],
        ['no', { asking: 'ehic' }],
        ['no job', { asking: 'ehic', reads: ['no paid work'], never: ['no card.'] }],
      ],
    ],
    [
      'ok is no answer to a question of fact',
      [
        ['check my situation', { asking: 'registered' }],
        ['ok', { asking: 'registered', never: ['did not understand'] }],
      ],
    ],
    [
      'sorry, 28: the age told last',
      [
        ['check my situation', {}],
        ["i'm 27", { asking: 'registered', reads: ['age 27 years'] }],
        ['sorry, 28', { asking: 'registered', reads: ['age 28 years'] }],
      ],
    ],
    [
      'back goes no further than what was asked',
      [
        ['check my situation: colombian, 8 months, no job', { asking: 'registered' }],
        ['back', { asking: 'registered', reads: ['first question'] }],
        ['no', { row: 'D29', reads: ['nationality Colombia'] }],
      ],
    ],
  ]);
});

describe('products and terms of a quote', () => {
  scripts([
    [
      'one more, one less',
      [
        ['make me a quote', {}],
        ['medical insurance', { asking: 'term' }],
        ['3 months', { reads: ['**109 €**'] }],
        ['with rc too', { reads: ['**127 €**'] }],
        ['and without rc?', { reads: ['**109 €**'] }],
      ],
    ],
    [
      'un de plus, un de moins',
      [
        ['faites un devis', {}],
        ['tranquillité', {}],
        ['3 mois', { reads: ['**109 €**'] }],
        ['non, avec la RC aussi', { reads: ['**127 €**'] }],
        ['et sans la rc ?', { reads: ['**109 €**'] }],
      ],
    ],
    [
      'a term that is not sold is named in months, with what it costs otherwise',
      [
        ['make me a quote', {}],
        ['medical insurance', {}],
        ['2 months', { asking: 'term', reads: ['only 1 month, 3 months', '104 €', '109 €'], never: ['P1M'] }],
      ],
    ],
    [
      'une durée qui ne se vend pas',
      [['quatre mois de tranquillité, un devis svp', { asking: 'term', reads: ['4 mois', '161 €'], never: ['P3M'] }]],
    ],
  ]);
});
