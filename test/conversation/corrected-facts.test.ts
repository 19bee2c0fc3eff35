import { describe } from 'vitest';
import { scripts } from './scripts.ts';

/** Each fact that was told wrong until November 2026, by a question of its own. */
describe('told as it is in November 2026', () => {
  scripts([
    [
      'an operation: the flat share takes the place of the 20 %',
      [
        [
          'what will I pay for a hospital stay with an operation',
          { intent: 'hospital-stay-cost', reads: ['32 €', 'replaces your 20%'] },
        ],
      ],
    ],
    [
      'the flat share by itself',
      [
        [
          'participation forfaitaire for costly acts, is it on top of my part',
          { intent: 'costly-procedures', reads: ['not added to it'] },
        ],
      ],
    ],
    [
      'who owes no daily fee',
      [
        [
          'forfait hospitalier combien par jour',
          { intent: 'hospital-daily-fee', language: 'fr', reads: ['sixième mois de grossesse'] },
        ],
      ],
    ],
    [
      'no letter for the dentist',
      [
        [
          'do I need a letter from my GP before I go to the dentist',
          { intent: 'specialist-visit', reads: ['a dentist or a midwife'] },
        ],
      ],
    ],
    [
      'two first days of cover, and no private offer',
      [
        [
          'I enrolled in July, from when am I covered?',
          { intent: 'cover-start', reads: ['first day of school', 'the sources differ'], never: ['day after payment'] },
        ],
      ],
    ],
    [
      'renewal is for who stayed',
      [
        [
          'do I have to register again every year',
          { intent: 'renewal', reads: ['valid permit', 'left and came back'] },
        ],
      ],
    ],
    [
      'the duty begins at more than three months',
      [
        [
          'which students must register with the french health insurance',
          { intent: 'who-must-register', reads: ['more than 3 months', 'Exactly 3 months'] },
        ],
      ],
    ],
    [
      'a European without a card, by the length of the stay',
      [['I am European and have no EHIC', { intent: 'european-without-card', reads: ['more than 3 months'] }]],
    ],
    [
      'a forgotten card, by the length of the stay',
      [
        [
          'how do I get a provisional replacement certificate for my EHIC',
          { intent: 'ehic-forgotten', reads: ['more than 3 months'] },
        ],
      ],
    ],
    [
      'who works all year goes to the CPAM',
      [
        [
          'I am a student and I work, am I insured by my job',
          { intent: 'working-student', reads: ['not to the site for students'] },
        ],
      ],
    ],
    [
      'a GHIC on a short stay',
      [['British student with a GHIC, is it enough', { intent: 'uk-students', reads: ['show it first'] }]],
    ],
    [
      'a card in non-European hands: what the rule says too',
      [
        [
          'I am not European but I have an EHIC from Spain',
          { intent: 'ehic-non-european', reads: ['Yes, your European card', 'CPAM'] },
        ],
      ],
    ],
    [
      'criteria before any offer',
      [
        [
          'which private insurance do I need',
          { intent: 'private-insurance', reads: ['repatriation', '30,000'], never: ['109'] },
        ],
      ],
    ],
    [
      'a dead age limit in the past',
      [
        [
          'is there an age limit of 28 for the social security',
          { intent: 'age-limit', reads: ['no age limit any more'] },
        ],
      ],
    ],
    ['housing benefit since July 2026', [['do I get APL for my room', { reads: ['1 July 2026'] }]]],
    ['two euros on a blood test', [['how much of a blood test is refunded', { intent: 'lab-tests', reads: ['2 €'] }]]],
    [
      'what the CSS costs in Alsace-Moselle',
      [['css in alsace moselle', { intent: 'alsace-moselle', reads: ['2.80 € a month'] }]],
    ],
    [
      'the CSS alone under 25',
      [
        [
          'can I ask for the CSS by myself if I am 22',
          { intent: 'css-under-25', reads: ['you do not live with your parents'] },
        ],
      ],
    ],
    [
      'the ceilings of the CSS by their years, and none for today',
      [
        [
          'what is the income ceiling for the CSS',
          { intent: 'css-ceiling', reads: ['10,339 €', 'we did not find today', '9,719 €', '8,951 €'] },
        ],
      ],
    ],
    [
      'who pays no 2 €',
      [['who does not pay the 2 euros', { intent: 'contribution-exemptions', reads: ['minors', 'CSS'] }]],
    ],
    ['homeopathy', [['does it refund homeopathy', { intent: 'medicines', reads: ['no longer refunded'] }]]],
    [
      'the CSS in Alsace and under 25',
      [
        [
          'help with health costs for a student with a low income, the CSS',
          { intent: 'complementaire-sante-solidaire', reads: ['2.80 €', '25'] },
        ],
      ],
    ],
    [
      'the form of the doctor has a name and a place',
      [['how do I declare my médecin traitant', { intent: 'declare-medecin-traitant', reads: ['S3704', 'ameli.fr'] }]],
    ],
    [
      'an unpaid internship from Quebec',
      [['quebec form for social security', { intent: 'quebec-forms', reads: ['SE 401 Q104'] }]],
    ],
    [
      'papers taken without translation',
      [['do my documents have to be translated into French', { intent: 'document-language', reads: ['apostille'] }]],
    ],
    [
      'five days in hospital, and what an operation adds',
      [
        ['calculate a refund', { asking: 'act' }],
        ['hospital', { asking: 'days' }],
        ['5', { asking: null, reads: ['115 €', '147 €'] }],
      ],
    ],
    [
      'a French student alone is told where those from overseas register',
      [
        ['check my situation', {}],
        ['no', { asking: 'nationality' }],
        ['I am French', { reads: ['New Caledonia', 'etudiant-etranger.ameli.fr'] }],
      ],
    ],
  ]);
});
