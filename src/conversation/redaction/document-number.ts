import { numberAt, type NumberWords } from './announced-number.ts';
import type { Found } from './shape.ts';

/**
 * A number as documents have it, letters first and six figures or more, somewhere behind the word that tells the document:
 * "my passport, which is Kenyan, AK 044 712". `S 3704` and `SE 401 Q102` are no such numbers.
 */
export function documentNumbers(text: string, from: number, words: NumberWords): Found[] {
  const near = text.slice(from, from + farthest);
  return [...near.matchAll(begins)].flatMap(({ index }) => {
    const found = numberAt(text, from + index, words);
    return found !== null && isDocument(text.slice(found.start, found.end)) ? [found] : [];
  });
}

function isDocument(number: string): boolean {
  const figures = number.replaceAll(/\D/g, '').length;
  return lettersFirst.test(number) && figures >= fewestFigures && figures <= mostFigures && !endsInYear.test(number);
}

const begins = /(?<![\p{L}\p{M}\p{N}])[A-Z]{1,3}[ \u00a0-]?(?=\d)/gu;
const lettersFirst = /^[A-Z]{1,3}[^\p{L}]+$/u;
/** "EU 27 2026" */
const endsInYear = /[ ./-](?:19|20)\d\d$/;
const fewestFigures = 6;
const mostFigures = 9;
/** In characters: as far as a clause is long. */
const farthest = 60;
