import { describe } from 'vitest';
import { scripts, type Script } from './scripts.ts';

describe('who has lost a card asks what to do, and tells no case', () => {
  scripts(
    (
      [
        ["j'ai perdu ma carte vitale", 'carte-vitale-lost'],
        ["j'ai perdu ma carte", 'carte-vitale-lost'],
        ['he perdido mi tarjeta vitale', 'carte-vitale-lost'],
        ['my carte vitale is lost', 'carte-vitale-lost'],
        ['ich habe meine carte vitale verloren', 'carte-vitale-lost'],
      ] as const
    ).map(([text, intent]): Script => [text, [[text, { decision: 'answer', intent }]]]),
  );
});
