import { describe } from 'vitest';
import { scripts } from './scripts.ts';

describe('what is told after an answer is a circumstance of it', () => {
  const papers = ['which papers do I need to register', { decision: 'answer', intent: 'papers-to-start' }] as const;
  scripts([
    [
      'a language of the papers',
      [papers, ['my birth certificate is in chinese', { listener: 'circumstance', intent: 'document-language' }]],
    ],
    [
      'a language of one’s own',
      [
        ['phone number of the cpam', { intent: 'phone-number' }],
        ["I don't speak French", { listener: 'circumstance', intent: 'english-line' }],
      ],
    ],
  ]);
});

describe('what speaks of something else, or asks, is none', () => {
  scripts([
    [
      'another subject',
      [
        ['how to declare a médecin traitant', { intent: 'declare-medecin-traitant' }],
        ['I moved to another city', { listener: 'topic', intent: 'moving-city' }],
      ],
    ],
    [
      'a question',
      [
        ['phone number of the cpam', { intent: 'phone-number' }],
        ['what does a visit to the doctor cost', { listener: 'topic', intent: 'gp-price' }],
      ],
    ],
    [
      'thanks',
      [
        ['how do I get the carte vitale', { intent: 'carte-vitale-request' }],
        ['that was very helpful thank you', { decision: 'smalltalk' }],
      ],
    ],
  ]);
});
