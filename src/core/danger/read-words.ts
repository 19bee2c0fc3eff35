import { decomposed } from '../matching/fold.ts';

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
  const letters = plainAscii.test(text) ? text.toLowerCase() : foldUnicode(text);
  return letters.replace(heldDown, '$1');
}

function foldUnicode(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFKD')
    .toLowerCase()
    .replace(unseen, '')
    .replace(undecomposed, (letter) => oneLetter.get(letter) ?? letter);
}

const plainAscii = /^[\t\n\r\x20-\x7e]*$/;
/** Three and more; the first letter of a word stays, so that "AAA" does. */
const heldDown = /(?<=\p{L})(\p{L})\1{2,}/gu;
const unseen = /[\p{M}\p{Cf}\u0640]/gu;
const undecomposed = /[œæßøđłıأإآٱىةؤئ]/g;
const oneLetter: ReadonlyMap<string, string> = new Map([
  ...decomposed,
  // Arabic as it is typed in haste: one alef, one yeh, no hamza.
  ['أ', 'ا'],
  ['إ', 'ا'],
  ['آ', 'ا'],
  ['ٱ', 'ا'],
  ['ى', 'ي'],
  ['ة', 'ه'],
  ['ؤ', 'و'],
  ['ئ', 'ي'],
]);
const pieces = /[[\p{L}\p{N}]--\p{Script=Han}]+|\p{Script=Han}|[.!?…;\n。！？؟；]+/gv;
const breaks = /^[.!?…;\n。！？؟；]/u;
