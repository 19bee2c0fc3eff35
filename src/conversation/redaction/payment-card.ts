import cardValidator from 'card-validator';
import { replaceWindows, type DigitWindow } from './digit-groups.ts';
import type { Shape } from './shape.ts';

/** A card number: a known issuer's length and beginning, and Luhn's check, in groups of three digits or more. */
export const paymentCardShape: Shape = {
  kind: 'payment card',
  replace: (text, mark) =>
    replaceWindows(text, mark, {
      begins: /^[2-6]\d\d/,
      shortest: 12,
      longest: 19,
      judges: [(window) => (isCard(window) ? 'replace' : 'pass')],
    }),
};

/** Groups of two are dates and amounts, whose sum passes Luhn's check one time in ten. */
function isCard(window: DigitWindow): boolean {
  return (
    cardValidator.number(window.digits).isValid &&
    window.groups.every((group) => group.length >= 3) &&
    !window.written.includes('/')
  );
}
