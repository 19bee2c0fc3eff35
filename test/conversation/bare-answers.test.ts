import { describe } from 'vitest';
import { scripts } from './scripts.ts';

describe('a bare answer to nothing is no danger and no question', () => {
  scripts(
    ["I don't know", 'je ne sais pas', 'no lo sé', 'non lo so', 'não sei', 'ich weiß nicht', '我不知道', 'لا أعرف'].map(
      (text) => [text, [[text, { decision: 'decline', intent: null, danger: null }]]],
    ),
  );
});
