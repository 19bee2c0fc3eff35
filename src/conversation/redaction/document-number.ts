import { numberAt, type NumberWords } from './announced-number.ts';
import type { FindCues } from './find-cues.ts';
import { replaceFound, type Found, type PersonalKind, type Shape } from './shape.ts';

/**
 * A number as documents have it, letters first and six figures or more, somewhere behind the word that tells the document:
 * "my passport, which is Kenyan, AK 044 712". `S 3704` and `SE 401 Q102` are no such numbers.
 */
export function documentNumberShape<List extends string>(
  kind: PersonalKind,
  { cues, list, words }: { readonly cues: FindCues<List>; readonly list: List; readonly words: NumberWords },
): Shape {
  return {
    kind,
    replace(text, mark) {
      return replaceFound(
        text,
        cues(text, list).flatMap(({ end }) => documentsBehind(text, end, words)),
        mark,
      );
    },
  };
}

function documentsBehind(text: string, from: number, words: NumberWords): Found[] {
  const near = text.slice(from, from + farthest);
  return Array.from(near.matchAll(begins), ({ index }) => numberAt(text, from + index, words)).filter(
    (found) => found !== null && isDocument(text.slice(found.start, found.end)),
  ) as Found[];
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
