import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { replaceWindows, type Verdict, type Window } from './digit-groups.ts';
import type { Shape } from './shape.ts';

/** A telephone number, other than those that are published. `published` are E.164 numbers and short codes. */
export function phoneShape(published: readonly string[]): Shape {
  const kept = new Set(published.flatMap(spellings));
  const unlessKept =
    (isPhone: (window: Window) => boolean) =>
    (window: Window): Verdict => {
      if (kept.has(window.digits)) return 'keep';
      if (isDate(window) || !isPhone(window)) return 'pass';
      return kept.has(e164(window.written)) ? 'keep' : 'replace';
    };
  return {
    kind: 'phone',
    replace: (text, mark) => replaceWindows(text, mark, 15, [unlessKept(isNumbered), unlessKept(isLikely)]),
  };
}

/** A number by the numbering plan that it is written for. */
function isNumbered(window: Window): boolean {
  const { written, digits } = window;
  if (digits.length < 8) return false;
  if (/^(\+|00)/.test(written)) return parsePhoneNumberFromString(written, home)?.isPossible() ?? false;
  if (!isEven(window)) return false;
  if (digits.startsWith('0')) return isValid(written);
  if (/^33\d{9}$/.test(digits)) return isValid(`+${digits}`);
  return /^\(?\d{3}\)?[ .-]?\d{3}[ .-]\d{4}$/.test(written) && isValid(written, 'CA');
}

/** A trunk zero and enough digits: a number as it is written in another country, or mistyped. */
function isLikely(window: Window): boolean {
  return /^0\d{8,11}$/.test(window.digits) && isEven(window);
}

function isValid(written: string, country: typeof home | 'CA' = home): boolean {
  return parsePhoneNumberFromString(written, country)?.isValid() ?? false;
}

/** Where somebody puts other separators than before, another figure begins: `08.30 17.30`. */
function isEven({ separators }: Window): boolean {
  return new Set(separators.filter((separator) => !/[()]/.test(separator))).size <= 1;
}

function isDate({ written }: Window): boolean {
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
