import { listOf, phrasesFor, spaceless } from './phrase-list.ts';
import { spellings } from './spellings.ts';

/** Comparing what people type with what they may be expected to type: without case, accents, width and punctuation. */

export { spellings, wordsOf } from './spellings.ts';

/** Whether `phrase` stands in `text` as whole words (as characters, in scripts without spaces). */
export function says(text: string, phrase: string): boolean {
  return mentionAt(spellings(text), phrase) !== null;
}

/** Whether `text` begins with the words of `phrase`. */
export function opensWith(text: string, phrase: string): boolean {
  const heard = spellings(text);
  return spellings(phrase).some(
    (opening) => opening !== '' && heard.some((one) => `${one} `.startsWith(`${opening} `)),
  );
}

export function opensWithOne(text: string, phrases: readonly string[]): boolean {
  return phrases.some((phrase) => opensWith(text, phrase));
}

/** Where the first of `phrases` stands in an utterance's spellings, by length: the longest mention wins. */
export function longestMention(text: string, phrases: readonly string[]): string | null {
  const heard = spellings(text);
  const words = heard.flatMap((spelling) => spelling.split(' '));
  const found = phrasesFor(words, phrases).filter((phrase) => mentionAt(heard, phrase) !== null);
  return found.sort((a, b) => b.length - a.length || (a < b ? -1 : 1))[0] ?? null;
}

/** Whether the whole of `text` is one of the phrases. */
export function isOneOf(text: string, ...lists: readonly (readonly string[])[]): boolean {
  return lists.some((phrases) => {
    const { compared, written } = listOf(phrases);
    return spellings(text).some((spelling) => compared.has(spelling)) || written.has(text.trim());
  });
}

function mentionAt(heard: readonly string[], phrase: string): number | null {
  const wanted = spellings(phrase).filter((spelling) => spelling !== '');
  const whole = !spaceless.test(phrase);
  for (const text of heard) {
    for (const spelling of wanted) {
      const at = whole ? ` ${text} `.indexOf(` ${spelling} `) : text.indexOf(spelling);
      if (at >= 0) return at;
    }
  }
  return null;
}
