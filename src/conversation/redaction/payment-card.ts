import cardValidator from 'card-validator';
import { replaceWindows, type DigitWindow } from './digit-groups.ts';
import { lookingTwice } from './looking-twice.ts';
import type { Shape } from './shape.ts';

/** A card number: a known issuer's length and beginning, and Luhn's check, in groups of three digits or more. */
export const paymentCardShape: Shape = {
  kind: 'payment card',
  replace(text, mark) {
    const isIssued = lookingTwice(({ digits }: DigitWindow) => cardValidator.number(digits).isValid);
    return replaceWindows(text, mark, {
      begins: /^[2-6]\d\d/,
      shortest: 12,
      longest: 19,
      judges: [(window) => (isGrouped(window) && isIssued(window) ? 'replace' : 'pass')],
    });
  },
};

/** Groups of two are dates and amounts, whose sum passes Luhn's check one time in ten. */
function isGrouped(window: DigitWindow): boolean {
  return window.groups.every((group) => group.length >= 3) && !window.written.includes('/');
}
