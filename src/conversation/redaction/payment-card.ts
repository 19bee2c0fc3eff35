import cardValidator from 'card-validator';
import { replaceWindows, type DigitWindow } from './digit-groups.ts';
import type { FindCues } from './find-cues.ts';
import { lookingTwice } from './looking-twice.ts';
import { replaceFound, type Found, type Shape } from './shape.ts';

/**
 * A card number: a known issuer's length and beginning, and Luhn's check, in groups of three digits or more; behind the
 * word "card" in any groups.
 */
export function paymentCardShape(cues: FindCues<'paymentCard'>): Shape {
  return {
    kind: 'payment card',
    replace(text, mark) {
      const isIssued = lookingTwice((digits: string) => cardValidator.number(digits).isValid);
      const named = cues(text, 'paymentCard').flatMap(({ end }) => cardBehind(text, end, isIssued) ?? []);
      return replaceWindows(replaceFound(text, named, mark), mark, {
        begins: /^[2-6]\d\d/,
        shortest: 12,
        longest: 19,
        judges: [(window) => (isGrouped(window) && isIssued(window.digits) ? 'replace' : 'pass')],
      });
    },
  };
}

/** Groups of two are dates and amounts, whose sum passes Luhn's check one time in ten. */
function isGrouped(window: DigitWindow): boolean {
  return window.groups.every((group) => group.length >= 3) && !window.written.includes('/');
}

function cardBehind(text: string, from: number, isIssued: (digits: string) => boolean): Found | null {
  const found = long.exec(text.slice(from, from + farthest));
  if (found === null || !isIssued(found[0].replaceAll(/\D/g, ''))) return null;
  return { start: from + found.index, end: from + found.index + found[0].length };
}

const long = /(?<![\p{N}+])\d(?:[ .\-–—_|·/\u00a0\u202f\n]{0,3}\d){12,18}(?![\p{N}])/u;
/** In characters: a clause and the number behind it. */
const farthest = 80;
