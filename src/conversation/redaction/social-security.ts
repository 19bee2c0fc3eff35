import { replaceWindows, type DigitWindow } from './digit-groups.ts';
import type { Shape } from './shape.ts';

/**
 * A French social security number (NIR): sex, year, month, department, commune, order, perhaps the key. By shape, since
 * people mistype the key; in another grouping the key has to be right. Temporary numbers (sex 3, 4, 7, 8), Corsica (2A, 2B)
 * and the months above 12 of those whose birth month is not known are numbers like others.
 */
export const socialSecurityShape: Shape = {
  kind: 'social security number',
  replace: (text, mark) =>
    replaceWindows(text.replaceAll(inItsParts, mark), mark, {
      begins: /^[1-478]/,
      shortest: 15,
      longest: 15,
      judges: [(window) => (keyHolds(window) ? 'replace' : 'pass')],
    }),
};

/** The key is 97 less the remainder of the first 13 digits by 97. */
function keyHolds({ digits }: DigitWindow): boolean {
  if (!/^[1-478]\d{14}$/.test(digits)) return false;
  return Number(digits.slice(13)) === 97 - (Number(digits.slice(0, 13)) % 97);
}

const between = '[ .\\u00a0\\u202f/–-]?\\n?';
/** The letter O is typed for a nought, and l for a one. */
const figure = '[\\dOIl]';
const parts = [
  '[1-478]',
  figure + figure,
  `(?:[0O]${figure}|[1Il][0-2OIl]|[2-9]${figure})`,
  `(?:${figure}{2}|2[AB])`,
  `${figure}{3}`,
  `${figure}{3}`,
];
const inItsParts = new RegExp(
  `(?<![\\p{Script=Latin}\\p{N}+])${parts.join(between)}(?:${between}${figure}{2})?(?![\\p{Script=Latin}\\p{N}])`,
  'giu',
);
