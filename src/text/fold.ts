import { takenApart } from './letters.ts';

/** What is read of one message, both its ends, in UTF-16 units: a longer text costs no more time than this one. */
export const longestText = 4_100;

/**
 * One spelling for what people see as one text: width, case, accents, invisible and direction marks, half surrogates,
 * letters held down. Total: any string is accepted, and the time is bounded by `longestText`.
 */
export function fold(text: string): string {
  const head = text.length > longestText ? text.slice(0, longestText) : text;
  const plain = plainAscii.test(head) ? head.toLowerCase() : foldUnicode(head);
  return plain.replace(heldDown, '$1$1');
}

function foldUnicode(text: string): string {
  const letters = takenApart(text, longestText);
  return letters.replace(invisible, '').replace(accents, '').replace(unpaired, ' ').normalize('NFC');
}

const plainAscii = /^[\t\n\r\x20-\x7e]*$/;
const heldDown = /(\p{L})\1{2,}/gu;
const invisible = /[\p{Cf}\p{Cs}\p{Variation_Selector}]/gu;
/** Latin, Greek and Cyrillic accents, Hebrew points and Arabic vowel signs; not the vowels of Indic scripts, which are letters. */
const accents = /[\u0300-\u036f\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670]/g;
const unpaired = /[\ufffd\p{Cc}]/gu;
