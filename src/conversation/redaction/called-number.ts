import { pastFillers, type NumberWords } from './announced-number.ts';
import type { FindCues } from './find-cues.ts';
import { isCounted } from './is-counted.ts';
import type { Found } from './shape.ts';

/** Numbers that a word tells to be called, by no numbering plan: "call me on 612 345 678", "mobile, in Spain: 611 22 33 44". */
export function calledNumbers(text: string, cues: FindCues<'phone'>, words: NumberWords): readonly Found[] {
  return cues(text, 'phone').flatMap(
    ({ end }) => numberBehind(text, end, words) ?? numberInClause(text, end, words) ?? [],
  );
}

function numberBehind(text: string, from: number, { beforeNumber }: NumberWords): Found | null {
  let start = pastFillers(text, from, beforeNumber);
  while (/[+(]/.test(text.charAt(start - 1))) start -= 1;
  called.lastIndex = start;
  const found = called.exec(text)?.[0];
  return found === undefined || isDated(found) ? null : { start, end: start + found.length };
}

/** Further on, it has to be long and in even groups: that is neither a time, nor days, nor prices. */
function numberInClause(text: string, from: number, { counted }: NumberWords): Found | null {
  for (const { 0: written, index } of text.slice(from, from + farthest).matchAll(evenGroups)) {
    const end = from + index + written.length;
    const figures = written.replaceAll(/\D/g, '').length;
    const isOther = isDated(written) || isTimetable(written) || isCounted(text, end, counted);
    if (figures >= fewestFigures && figures <= mostFigures && !isOther) return { start: from + index, end };
  }
  return null;
}

export function isDated(written: string): boolean {
  return /(?<!\d)\d{1,2}[ ./-]\d{1,2}[ ./-](19|20)\d\d(?!\d)|(?<!\d)(19|20)\d\d-\d\d-\d\d(?!\d)/.test(written);
}

/** "08.30 17.30", "2026 2027": each group may be an hour, a minute, a day or a year. */
export function isTimetable(written: string): boolean {
  const groups = written.match(/\d+/g) ?? [];
  return groups.every((group) => /^[0-5]\d$|^(?:19|20)\d\d$/.test(group));
}

const called =
  /(?:\+ ?|00)?\(?\d(?:[ .\-–—/|()\u00a0\u202f]{0,3}\d){6,14}(?!\d)|(?:\+ ?|00)?\(?\d(?:[ .\-–—/|()\u00a0\u202f\n]{0,3}\d){6,14}(?!\d)/y;
const evenGroups =
  /(?<![\p{Script=Latin}\p{N}.,+]|\d[ .\-–—/\u00a0]{1,3})\d{2,5}([ .\-–—/\u00a0]{1,3})\d{2,5}(?:\1\d{2,5}){0,5}(?![\p{N}.,]\d)/gu;
const fewestFigures = 8;
const mostFigures = 12;
/** In characters: as far as a clause is long. */
const farthest = 45;
