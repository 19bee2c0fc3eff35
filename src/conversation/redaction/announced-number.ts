import type { FindCues } from './find-cues.ts';
import { plainWord } from './read-words.ts';
import { replaceFound, type Found, type PersonalKind, type Shape } from './shape.ts';

/**
 * A number that the word before it tells: a passport's, a visa's, a student's. It has no shape of its own: letters and
 * figures, four figures at least, in groups. "My passport is valid until 2027" holds none.
 * @param beforeNumber what may stand between the word and its number: "number", "is", "n°"
 */
export function announcedNumberShape<List extends string>(
  kind: PersonalKind,
  {
    cues,
    list,
    beforeNumber,
  }: { readonly cues: FindCues<List>; readonly list: List; readonly beforeNumber: ReadonlySet<string> },
): Shape {
  return {
    kind,
    replace(text, mark) {
      const found = cues(text, list).flatMap(({ end }): Found[] => {
        const start = pastFillers(text, end, beforeNumber);
        const length = numberLength(text.slice(start, start + longestNumber));
        return length === 0 ? [] : [{ start, end: start + length }];
      });
      return replaceFound(text, found, mark);
    },
  };
}

/** Where the first word after `from` stands that is no filler. */
export function pastFillers(text: string, from: number, fillers: ReadonlySet<string>, most = 8): number {
  let at = from;
  for (let words = 0; words <= most; words++) {
    gap.lastIndex = at;
    at = gap.exec(text) === null ? at : gap.lastIndex;
    word.lastIndex = at;
    const next = word.exec(text)?.[0];
    if (next === undefined || words === most) return at;
    if (!fillers.has(plainWord(next))) return at;
    at += next.length;
  }
  return at;
}

/** How much of the text, from its beginning, is a number; 0 where none stands there. */
function numberLength(text: string): number {
  let length = 0;
  let figures = 0;
  let last = 0;
  for (const { 0: group, index } of (grouped.exec(text)?.[0] ?? '').matchAll(oneGroup)) {
    const own = group.replaceAll(/\D/g, '').length;
    const apart = /\s/.test(text.charAt(index - 1));
    // "FRA 4471902355", but not "for 12345", nor the "12 months" behind a number that is whole.
    if (own === 0 && !series.test(group)) break;
    const goesOn = figures < wholeNumber || (group.length === last && last > 2);
    if (apart && figures > 0 && (own === 0 || !goesOn)) break;
    figures += own;
    last = group.length;
    length = index + group.length;
  }
  const number = text.slice(0, length);
  const fewest = /[a-z]/i.test(number) ? fewestFigures : fewestFigures + 1;
  return figures >= fewest && !isDays(number) ? length : 0;
}

/** "passport 2027", "permit 2025/2026", "visa 01.09.2026". */
function isDays(number: string): boolean {
  return years.test(number.replace(letters, '')) || date.test(number);
}

const years = /^(?:19|20)\d\d(?:[ ./-]+(?:19|20)?\d\d)*$/;
const letters = /^[A-Z]+[ ./-]+/i;
const date = /^\d{1,2}[ ./-]\d{1,2}[ ./-](?:19|20)?\d\d$/;
/** At most one line on. */
const gap = /[^\p{L}\p{N}\n]{0,4}\n?[^\p{L}\p{N}\n]{0,4}/uy;
/** Chinese writes no spaces: its fillers are read sign by sign. */
const word = /\p{Script=Han}|[[\p{L}\p{M}]--\p{Script=Han}]{1,20}(?![[\p{L}\p{M}\p{N}]--\p{Script=Han}])/vy;
const grouped = /^[A-Za-z0-9]{1,20}(?:[ \u00a0\u202f./-]{1,2}[A-Za-z0-9]{1,20}){0,5}/;
const oneGroup = /[A-Za-z0-9]+/g;
/** What a number may open or end with: a country, a series. */
const series = /^[A-Z]{1,3}$/;
const fewestFigures = 4;
const wholeNumber = 6;
const longestNumber = 60;
