import { describe } from 'vitest';
import { scripts } from './scripts.ts';

describe('the language of a conversation', () => {
  scripts([
    [
      'is that of the first message',
      [['combien coûte une consultation chez le médecin', { language: 'fr', reads: ['30,00 €'] }]],
    ],
    [
      'is kept by short answers',
      [
        ['combien coûte une consultation chez le médecin', { language: 'fr' }],
        ['ok', { language: 'fr' }],
      ],
    ],
    [
      'is not French because of a French term',
      [
        ['how do I get my carte vitale', { language: 'en' }],
        ['carte vitale photo?', { language: 'en' }],
      ],
    ],
    [
      'changes with a whole sentence in the other language',
      [
        ['how much does a doctor cost', { language: 'en' }],
        ['et combien me rembourse la sécurité sociale après la visite ?', { language: 'fr' }],
      ],
    ],
    [
      'without answers yet is told so in that language',
      [
        [
          'necesito un seguro médico para estudiar en Francia durante seis meses',
          { decision: 'clarify', reads: ['español'], choices: ['English', 'Français'] },
        ],
        ['English', { decision: 'command', reads: ['English'] }],
      ],
    ],
  ]);
});

describe('several questions in one message', () => {
  scripts([
    [
      'are answered under their own headings',
      [
        [
          'How much does a GP visit cost? And how do I get a carte Vitale photo accepted?',
          { decision: 'answer', reads: ['30.00 €', '**'] },
        ],
      ],
    ],
  ]);
});
