import { bareLetters } from '../../text/letters.ts';

/** A text as words to look for danger in: all of it, however long. Han is read character by character. */
export type ReadText = {
  readonly words: readonly string[];
  /** The words of each sentence, as [from, to). */
  readonly sentences: readonly Span[];
};

export type Span = readonly [from: number, to: number];

/** Case, accents, width, invisible signs and letters held down say nothing. An apostrophe parts words. */
export function readWords(text: string): ReadText {
  const words: string[] = [];
  const sentences: Span[] = [];
  let from = 0;
  const close = (): void => {
    if (words.length > from) sentences.push([from, words.length]);
    from = words.length;
  };
  for (const [piece] of plain(text).matchAll(pieces)) {
    if (breaks.test(piece)) close();
    else words.push(piece);
  }
  close();
  return { words, sentences };
}

function plain(text: string): string {
  return bareLetters(text)
    .replace(unseen, '')
    .replace(hasty, (letter) => inHaste[letter] as string)
    .replace(heldDown, '$1');
}

/** Three and more; the first letter of a word stays, so that "AAA" does. */
const heldDown = /(?<=\p{L})(\p{L})\1{2,}/gu;
const unseen = /[\p{Cf}\u0640]/gu;
/** Arabic as it is typed in haste: one alef, one yeh. What bears a hamza has lost it with the other marks. */
const inHaste: Readonly<Record<string, string>> = { ٱ: 'ا', ى: 'ي', ة: 'ه' };
const hasty = /[ٱىة]/g;
const pieces = /[[\p{L}\p{N}]--\p{Script=Han}]+|\p{Script=Han}|[.!?…;\n。！？؟；]+/gv;
const breaks = /^[.!?…;\n。！？؟；]/u;
