import type { Shape } from './shape.ts';

/** Nine digits in one piece: no amount, date or postcode, but somebody's number in some register. */
export function longNumberShape(published: readonly string[]): Shape {
  const kept = new Set(published.map((number) => number.replace('+', '')));
  return {
    kind: 'number',
    replace: (text, mark) =>
      text.replaceAll(/\d{9,}/g, (digits) => (isKept(digits, kept) || isBook(digits) ? digits : mark(digits))),
  };
}

/** `+33974753646` is also written 0974753646. */
function isKept(digits: string, kept: ReadonlySet<string>): boolean {
  return kept.has(digits) || (digits.startsWith('0') && [...kept].some((number) => number.endsWith(digits.slice(1))));
}

/** ISBN-13: a prefix of its own, and a sum by ones and threes that ends in nought. */
function isBook(digits: string): boolean {
  if (!/^97[89]\d{10}$/.test(digits)) return false;
  const sum = Array.from(digits).reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return sum % 10 === 0;
}
