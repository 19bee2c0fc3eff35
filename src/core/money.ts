/** Whole cents. Never a float of euros: 70 % of 30 € must be exactly 21.00 €. */
export type Cents = number & { readonly unit: 'cents' };

/** @throws RangeError when `amount` is not a safe whole number. */
export function cents(amount: number): Cents {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`Not a whole number of cents: ${amount}`);
  return amount as Cents;
}

/** 1 to 6 digits, a point and two digits: how amounts are written in files and at the JSON door. */
export const amountPattern = /^\d{1,6}\.\d\d$/;

/** `"109.00"` → 10900. Null for anything that `amountPattern` does not match. */
export function parseAmount(text: string): Cents | null {
  return amountPattern.test(text) ? cents(Number(text.replace('.', ''))) : null;
}

/** As people write an amount: "32", "32,5", "32.50 €". Null for anything else. */
export function readAmount(written: string): Cents | null {
  const [, euros, cents = ''] = /^\s*(\d{1,6})(?:[.,](\d{1,2}))?\s*€?\s*$/.exec(written) ?? [];
  return euros === undefined ? null : parseAmount(`${euros}.${cents.padEnd(2, '0')}`);
}

/** 10900 → `"109.00"`. */
export function formatAmount(amount: Cents): string {
  const digits = Math.abs(amount).toString().padStart(3, '0');
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

export function sum(amounts: readonly Cents[]): Cents {
  return cents(amounts.reduce<number>((total, amount) => total + amount, 0));
}

/** `percent` of `amount` in hundredths of a cent's exactness, rounded half up to the cent, once. */
export function percentOf(amount: Cents, percent: number): Cents {
  return cents(Math.floor((amount * percent + 50) / 100));
}
