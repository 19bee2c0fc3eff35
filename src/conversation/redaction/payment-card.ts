import cardValidator from 'card-validator';
import { replaceWindows, type Window } from './digit-groups.ts';
import type { Shape } from './shape.ts';

/** A card number: a known issuer's length and beginning, and Luhn's check, in groups of three digits or more. */
export const paymentCardShape: Shape = {
  kind: 'payment card',
  replace: (text, mark) => replaceWindows(text, mark, 19, [(window) => (isCard(window) ? 'replace' : 'pass')]),
};

/** Groups of two are dates and amounts, whose sum passes Luhn's check one time in ten. */
function isCard({ digits, groups, written }: Window): boolean {
  if (digits.length < 12 || written.includes('/')) return false;
  return groups.every((group) => group.length >= 3) && cardValidator.number(digits).isValid;
}
