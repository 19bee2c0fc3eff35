import { describe } from 'vitest';
import { scripts } from './scripts.ts';

describe('a bare answer to nothing is no danger and no question', () => {
  scripts(
    ["I don't know", 'je ne sais pas', 'no lo sé', 'non lo so', 'não sei', 'ich weiß nicht', '我不知道', 'لا أعرف'].map(
      (text) => [text, [[text, { decision: 'decline', intent: null, danger: null }]]],
    ),
  );
});

describe('a bare number to a question that stands under an answer', () => {
  scripts([
    [
      'is asked again, and the question stays',
      [
        ['i come from Chile and study in Nice, do i register?', { asking: 'registered' }],
        ['23', { decision: 'dialog', asking: 'registered' }],
        ['no', { asking: 'work' }],
      ],
    ],
    [
      'en français',
      [
        ['je viens du Chili et j’étudie à Nice, je dois m’inscrire ?', { asking: 'registered' }],
        ['23', { decision: 'dialog', asking: 'registered' }],
      ],
    ],
  ]);
});
