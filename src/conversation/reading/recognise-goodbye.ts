import type { ReadingFile } from '../../knowledge/conversation-schema.ts';
import { ofEach } from '../../text/remember.ts';
import { spellings } from '../../text/typed-words.ts';
import { kindsSaid, phrasesOfKinds } from './put-together.ts';

export type Goodbye = { readonly withThanks: boolean };

/** A message that takes leave and says nothing besides, in any of the desk's languages. */
export function goodbyeIn(text: string, readings: Readonly<Record<string, ReadingFile>>): Goodbye | null {
  for (const spelling of spellings(text)) {
    const words = spelling.split(' ');
    if (words.length > longestGoodbye) return null;
    for (const reading of Object.values(readings)) {
      const said = kindsSaid(words, phrasesOf(reading));
      if (said?.has('words') === true) return { withThanks: said.has('thanks') };
    }
  }
  return null;
}

const longestGoodbye = 24;

const phrasesOf = ofEach(({ goodbye }: ReadingFile) => phrasesOfKinds(goodbye));
