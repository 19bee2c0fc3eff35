import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { pastFillers } from './announced-number.ts';
import { replaceWindows, type Handling, type DigitWindow } from './digit-groups.ts';
import type { FindCues } from './find-cues.ts';
import { lookingTwice } from './looking-twice.ts';
import { replaceFound, type Found, type Shape } from './shape.ts';

type PhoneWords = {
  readonly cues: FindCues<'phone'>;
  readonly beforeNumber: ReadonlySet<string>;
  /** E.164 numbers and short codes. */
  readonly published: readonly string[];
};

/** A telephone number by its plan, or any that a word tells to be one ("call me on 612 345 678"), other than those that are published. */
export function phoneShape({ cues, beforeNumber, published }: PhoneWords): Shape {
  const kept = new Set(published.flatMap(spellings));
  return {
    kind: 'phone',
    replace(text, mark) {
      const isNumber = lookingTwice(isPlanned);
      const isUnpublished = lookingTwice(({ written }: DigitWindow) => !kept.has(e164(written)));
      const unlessKept =
        (isPhone: (window: DigitWindow) => boolean) =>
        (window: DigitWindow): Handling => {
          if (kept.has(window.digits)) return 'keep';
          if (!isPhone(window) || isDate(window)) return 'pass';
          return isUnpublished(window) ? 'replace' : 'keep';
        };
      const announced = cues(text, 'phone').flatMap(({ end }): Found[] => {
        let start = pastFillers(text, end, beforeNumber);
        while (/[+(]/.test(text.charAt(start - 1))) start -= 1;
        const found = numberAt(text, start);
        return found === null || isKeptNumber(found, kept) ? [] : [{ start, end: start + found.length }];
      });
      return replaceWindows(replaceFound(text, announced, mark), mark, {
        begins: /^(\+|\(?0|33?|\(?\d{3}$)/,
        shortest: 8,
        longest: 15,
        judges: [unlessKept((window) => mayBePlanned(window) && isNumber(window)), unlessKept(isLikely)],
      });
    },
  };
}

/** What stands there in figures, if it is as long as a number that is called and no date. */
function numberAt(text: string, at: number): string | null {
  called.lastIndex = at;
  const found = called.exec(text)?.[0] ?? null;
  return found === null || isDated(found) ? null : found;
}

function isKeptNumber(written: string, kept: ReadonlySet<string>): boolean {
  return kept.has(written.replaceAll(/\D/g, '')) || kept.has(e164(written));
}

/** Its first digits and its separators dismiss most figures before any numbering plan is read. */
function mayBePlanned(window: DigitWindow): boolean {
  const { digits } = window;
  if (isInternational(window)) return true;
  if (digits.startsWith('0')) return window.even;
  if (digits.startsWith('33')) return digits.length === 11 && window.even;
  return (digits.length === 10 && northAmerican.test(window.written)) || withAreaCode.test(window.written);
}

/** A number by the numbering plan that it is written for. */
function isPlanned(window: DigitWindow): boolean {
  const { digits, written } = window;
  if (isInternational(window)) return parsePhoneNumberFromString(written, home)?.isPossible() ?? false;
  if (digits.startsWith('0')) return isValid(written);
  if (digits.startsWith('33')) return isValid(`+${digits}`);
  return withAreaCode.test(written) || isValid(written, 'CA');
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
  return isDated(written);
}

function isDated(written: string): boolean {
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
const called =
  /(?:\+ ?|00)?\(?\d(?:[ .\-/()\u00a0\u202f]{0,3}\d){6,14}(?!\d)|(?:\+ ?|00)?\(?\d(?:[ .\-/()\u00a0\u202f\n]{0,3}\d){6,14}(?!\d)/y;
const northAmerican = /^\(?\d{3}\)?[ .-]?\d{3}[ .-]\d{4}$/;
/** An area code in brackets and two groups: `(11) 91234-5678`; nothing else is written so. */
const withAreaCode = /^\(\d{2,4}\) ?\d{3,5}[ -]\d{4}$/;
