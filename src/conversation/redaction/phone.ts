import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { replaceWindows, type Verdict, type DigitWindow } from './digit-groups.ts';
import type { Shape } from './shape.ts';

/** A telephone number, other than those that are published. `published` are E.164 numbers and short codes. */
export function phoneShape(published: readonly string[]): Shape {
  const kept = new Set(published.flatMap(spellings));
  const unlessKept =
    (isPhone: (window: DigitWindow) => boolean) =>
    (window: DigitWindow): Verdict => {
      if (kept.has(window.digits)) return 'keep';
      if (!isPhone(window) || isDate(window)) return 'pass';
      return kept.has(e164(window.written)) ? 'keep' : 'replace';
    };
  return {
    kind: 'phone',
    replace: (text, mark) =>
      replaceWindows(text, mark, {
        begins: /^(\+|\(?0|33?|\(?\d{3}$)/,
        shortest: 8,
        longest: 15,
        judges: [unlessKept(isNumbered), unlessKept(isLikely)],
      }),
  };
}

/** A number by the numbering plan that it is written for. Its first digits dismiss most figures before any plan is read. */
function isNumbered(window: DigitWindow): boolean {
  const { digits } = window;
  if (/^(\+|00)/.test(window.written)) return parsePhoneNumberFromString(window.written, home)?.isPossible() ?? false;
  if (digits.startsWith('0')) return isEven(window) && isValid(window.written);
  if (digits.startsWith('33')) return digits.length === 11 && isEven(window) && isValid(`+${digits}`);
  return digits.length === 10 && northAmerican.test(window.written) && isValid(window.written, 'CA');
}

/** A trunk zero and enough digits: a number as it is written in another country, or mistyped. */
function isLikely(window: DigitWindow): boolean {
  return /^0\d{8,11}$/.test(window.digits) && isEven(window);
}

function isValid(written: string, country: typeof home | 'CA' = home): boolean {
  return parsePhoneNumberFromString(written, country)?.isValid() ?? false;
}

/** Where somebody puts other separators than before, another figure begins: `08.30 17.30`. */
function isEven({ separators }: DigitWindow): boolean {
  return new Set(separators.filter((separator) => !/[()]/.test(separator))).size <= 1;
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
