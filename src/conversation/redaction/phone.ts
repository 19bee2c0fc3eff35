import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { replaceWindows, type Verdict, type DigitWindow } from './digit-groups.ts';
import { lookingTwice } from './looking-twice.ts';
import type { Shape } from './shape.ts';

/** A telephone number, other than those that are published. `published` are E.164 numbers and short codes. */
export function phoneShape(published: readonly string[]): Shape {
  const kept = new Set(published.flatMap(spellings));
  return {
    kind: 'phone',
    replace(text, mark) {
      const isNumber = lookingTwice(isPlanned);
      const isUnpublished = lookingTwice(({ written }: DigitWindow) => !kept.has(e164(written)));
      const unlessKept =
        (isPhone: (window: DigitWindow) => boolean) =>
        (window: DigitWindow): Verdict => {
          if (kept.has(window.digits)) return 'keep';
          if (!isPhone(window) || isDate(window)) return 'pass';
          return isUnpublished(window) ? 'replace' : 'keep';
        };
      return replaceWindows(text, mark, {
        begins: /^(\+|\(?0|33?|\(?\d{3}$)/,
        shortest: 8,
        longest: 15,
        judges: [unlessKept((window) => mayBePlanned(window) && isNumber(window)), unlessKept(isLikely)],
      });
    },
  };
}

/** Its first digits and its separators dismiss most figures before any numbering plan is read. */
function mayBePlanned(window: DigitWindow): boolean {
  const { digits } = window;
  if (isInternational(window)) return true;
  if (digits.startsWith('0')) return window.even;
  if (digits.startsWith('33')) return digits.length === 11 && window.even;
  return digits.length === 10 && northAmerican.test(window.written);
}

/** A number by the numbering plan that it is written for. */
function isPlanned(window: DigitWindow): boolean {
  const { digits, written } = window;
  if (isInternational(window)) return parsePhoneNumberFromString(written, home)?.isPossible() ?? false;
  if (digits.startsWith('0')) return isValid(written);
  return digits.startsWith('33') ? isValid(`+${digits}`) : isValid(written, 'CA');
}

function isInternational({ written }: DigitWindow): boolean {
  return /^(\+|00)/.test(written);
}

/** A trunk zero and enough digits: a number as it is written in another country, or mistyped. */
function isLikely(window: DigitWindow): boolean {
  return /^0\d{8,11}$/.test(window.digits) && window.even;
}

function isValid(written: string, country: typeof home | 'CA' = home): boolean {
  return parsePhoneNumberFromString(written, country)?.isValid() ?? false;
}

function isDate({ written }: DigitWindow): boolean {
  return /(?<!\d)\d{1,2}[ ./-]\d{1,2}[ ./-](19|20)\d\d(?!\d)|(?<!\d)(19|20)\d\d-\d\d-\d\d(?!\d)/.test(written);
}

function e164(written: string): string {
  return parsePhoneNumberFromString(written, home)?.number ?? '';
}

function spellings(published: string): string[] {
  const parsed = parsePhoneNumberFromString(published, home);
  const national = parsed?.formatNational().replaceAll(/\D/g, '') ?? '';
  return [published, published.replace('+', ''), national].filter((spelling) => spelling !== '');
}

/** Numbers without a country are read as French, or, in their own grouping, as Canadian: the Quebec students'. */
const home = 'FR';
const northAmerican = /^\(?\d{3}\)?[ .-]?\d{3}[ .-]\d{4}$/;
