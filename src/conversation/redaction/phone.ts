import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { NumberWords } from './announced-number.ts';
import { calledNumbers, isDated, isTimetable } from './called-number.ts';
import { replaceWindows, type Handling, type DigitWindow } from './digit-groups.ts';
import type { FindCues } from './find-cues.ts';
import { lookingTwice } from './looking-twice.ts';
import { replaceFound, type Shape } from './shape.ts';

type PhoneWords = {
  readonly cues: FindCues<'phone'>;
  readonly words: NumberWords;
  /** E.164 numbers and short codes. */
  readonly published: readonly string[];
};

/** A telephone number by its plan, or any that a word tells to be one ("call me on 612 345 678"), other than those that are published. */
export function phoneShape({ cues, words, published }: PhoneWords): Shape {
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
      const called = calledNumbers(text, cues, words).filter(
        ({ start, end }) => !isKeptNumber(text.slice(start, end), kept),
      );
      const marked = replaceFound(text, called, mark).replaceAll(mistyped, mark);
      return replaceWindows(marked, mark, {
        begins: /^(\+|\(?0|33?|\(?\d{3}$)/,
        shortest: 8,
        longest: 15,
        judges: [unlessKept((window) => mayBePlanned(window) && isNumber(window)), unlessKept(isLikely)],
      });
    },
  };
}

function isKeptNumber(written: string, kept: ReadonlySet<string>): boolean {
  return kept.has(written.replaceAll(/\D/g, '')) || kept.has(e164(written));
}

/** Its first digits and its separators dismiss most figures before any numbering plan is read. */
function mayBePlanned(window: DigitWindow): boolean {
  const { digits } = window;
  if (isInternational(window)) return true;
  if (digits.startsWith('0')) return window.even || isMobileInPairs(window);
  if (digits.startsWith('33')) return digits.length === 11 && window.even;
  return (digits.length === 10 && northAmerican.test(window.written)) || withAreaCode.test(window.written);
}

/** A number by the numbering plan that it is written for. */
function isPlanned(window: DigitWindow): boolean {
  const { digits } = window;
  const written = window.written.replaceAll(/\s+/g, ' ');
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

/** "06-12 94-77 05", whatever stands between: the pairs are no hours. */
function isMobileInPairs({ digits, groups, written }: DigitWindow): boolean {
  return /^0[67]\d{8}$/.test(digits) && groups.every((group) => group.length === 2) && !isTimetable(written);
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
/** The letter O is typed for a nought, and l for a one. */
const mistyped = /(?<![\p{L}\p{N}])(?=[\d .\-–/]{0,16}[OIl])[0O][1-9](?:[ .\-–/]?[\dOIl]{2}){4}(?![\p{L}\p{N}])/gu;
const northAmerican = /^\(?\d{3}\)?[ .-]?\d{3}[ .-]\d{4}$/;
/** An area code in brackets and two groups: `(11) 91234-5678`; nothing else is written so. */
const withAreaCode = /^\(\d{2,4}\) ?\d{3,5}[ -]\d{4}$/;
