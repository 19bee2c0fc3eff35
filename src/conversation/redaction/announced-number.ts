import { isCounted } from './is-counted.ts';
import { plainWord } from './read-words.ts';
import type { Found } from './shape.ts';

export type NumberWords = {
  /** What may stand between the word and its number: "number", "is", "n°". */
  readonly beforeNumber: ReadonlySet<string>;
  /** What figures count: "2 months" behind a number are no part of it. */
  readonly counted: ReadonlySet<string>;
};

/**
 * A number that the word before it tells: a passport's, a visa's, a student's. It has no shape of its own: letters and
 * figures, four figures at least, in groups. "My passport is valid until 2027" holds none.
 *
 * "passport number is X", "passport (Kenyan): X", "Kenyan passport no. X": one word may stand before what says "number".
 */
export function announcedNumber(text: string, from: number, words: NumberWords): Found[] {
  const start = pastFillers(text, from, words.beforeNumber);
  const found = numberAt(text, start, words);
  if (found !== null) return [found];
  oneMore.lastIndex = from;
  if (oneMore.exec(text) === null) return [];
  const behind = pastFillers(text, oneMore.lastIndex, words.beforeNumber);
  const says = text.slice(oneMore.lastIndex, behind);
  const further = /[:：=]|\p{L}/u.test(says) ? numberAt(text, behind, words) : null;
  return further === null ? [] : [further];
}

/** What stands at `start`, if it is a number of somebody's. */
export function numberAt(text: string, start: number, { counted }: NumberWords): Found | null {
  const length = numberLength(text.slice(start, start + longestNumber), counted);
  return length === 0 ? null : { start, end: start + length };
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
function numberLength(text: string, counted: ReadonlySet<string>): number {
  const groups = Array.from((grouped.exec(text)?.[0] ?? '').matchAll(oneGroup), ({ 0: signs, index }) => ({
    signs,
    index,
    figures: signs.replaceAll(/\D/g, '').length,
  }));
  let [length, figures, last, longest] = [0, 0, 0, 0];
  for (const [at, group] of groups.entries()) {
    const { signs, index } = group;
    // "FRA 4471902355", but not "for 12345".
    if (group.figures === 0 && !series.test(signs)) break;
    const apart = figures > 0 && /\s/.test(text.charAt(index - 1));
    // "0814 23 K 672": letters stand inside where figures go on behind them.
    const isWhole =
      figures >= (longest >= wholeNumber ? wholeNumber : wholeInGroups) ||
      (group.figures === 0 && !(groups[at + 1]?.figures ?? 0));
    // What is whole goes on in groups of the same length alone, and not with the "12 months" behind it.
    const countsSomething = figures >= fewestFigures && isCounted(text, index + signs.length, counted);
    if (apart && (countsSomething || (isWhole && signs.length !== last))) break;
    figures += group.figures;
    last = signs.length;
    longest = Math.max(longest, group.figures);
    length = index + signs.length;
  }
  const number = text.slice(0, length);
  const fewest = /[a-z]/i.test(number) ? fewestFigures : fewestFigures + 1;
  return figures >= fewest && !isDays(number) ? length : 0;
}

/** "passport 2027", "permit 2025/2026", "visa 01.09.2026", "passport, EU 27 2026". */
function isDays(number: string): boolean {
  return years.test(number.replace(letters, '')) || date.test(number);
}

const years = /^(?:\d{1,2} )?(?:19|20)\d\d(?:[ ./-]+(?:19|20)?\d\d)*$/;
const letters = /^[A-Z]+[ ./-]+/i;
const date = /^\d{1,2}[ ./-]\d{1,2}[ ./-](?:19|20)?\d\d$/;
/** At most one line on. */
const gap = /[^\p{L}\p{N}\n]{0,4}\n?[^\p{L}\p{N}\n]{0,4}/uy;
/** Chinese writes no spaces: its fillers are read sign by sign. */
const word = /\p{Script=Han}|[[\p{L}\p{M}]--\p{Script=Han}]{1,20}(?![[\p{L}\p{M}\p{N}]--\p{Script=Han}])/vy;
/** One line on at most, as the gap. */
const grouped = /^[A-Za-z0-9]{1,20}(?:(?:[ \u00a0\u202f./-]{1,2}|-?\n)[A-Za-z0-9]{1,20}){0,14}/;
const oneGroup = /[A-Za-z0-9]+/g;
/** What a number may open or end with: a country, a series. */
const series = /^[A-Z]{1,3}$/;
const fewestFigures = 4;
const wholeNumber = 6;
/** Shorter groups go on for longer. */
const wholeInGroups = 9;
const longestNumber = 60;
/** A nationality, mostly; or anything in brackets. */
const oneMore = /[ \u00a0\u202f]{0,2}(?:\([^()\d\n]{1,24}\)|\p{L}[\p{L}\p{M}’'-]{1,20})/uy;
