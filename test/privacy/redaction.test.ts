import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redact } from '../own-desk.ts';

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((some) => some.join(''));
const two = (min: number, max: number) => fc.integer({ min, max }).map((number) => String(number).padStart(2, '0'));
const separator = fc.constantFrom('', ' ', '.', '-', '\u00a0');

/** Sex (3, 4, 7 and 8 are temporary), year, month, department (Corsica in letters), commune, order, and a key or none. */
const socialSecurity = fc
  .tuple(
    fc.constantFrom('1', '2', '3', '4', '7', '8'),
    two(0, 99),
    two(1, 12),
    fc.oneof(two(1, 99), fc.constantFrom('2A', '2B', '2a', '2b')),
    digits(3),
    digits(3),
    fc.option(digits(2), { nil: null }),
    separator,
  )
  .map(([sex, year, month, department, commune, order, key, between]) =>
    [sex, year, month, department, commune, order, ...(key === null ? [] : [key])].join(between),
  );

const countries = { FR: 23, DE: 18, ES: 20, BE: 12 } as const;
const iban = fc
  .constantFrom(...(Object.keys(countries) as (keyof typeof countries)[]))
  .chain((country) => digits(countries[country]).map((account) => ibanOf(country, account)))
  .chain((whole) => fc.constantFrom(whole, whole.toLowerCase(), whole.replace(/(.{4})/g, '$1 ').trim()));

/** ISO 13616: the check digits make the number, letters as 10 to 35, come to 1 by 97. */
function ibanOf(country: string, account: string): string {
  const plain = Array.from(`${account}${country}00`)
    .map((sign) => parseInt(sign, 36))
    .join('');
  return `${country}${String(98n - (BigInt(plain) % 97n)).padStart(2, '0')}${account}`;
}

const card = fc
  .constantFrom('4', '51', '55')
  .chain((head) => digits(15 - head.length).map((rest) => withLuhn(head + rest)));
const cardWritten = card.chain((whole) => fc.constantFrom(whole, whole.replace(/(.{4})/g, '$1 ').trim()));

function withLuhn(start: string): string {
  const sum = Array.from(start)
    .reverse()
    .reduce((total, sign, index) => {
      const doubled = Number(sign) * (index % 2 === 0 ? 2 : 1);
      return total + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
  return `${start}${String((10 - (sum % 10)) % 10)}`;
}

const phone = fc
  .tuple(fc.constantFrom('06', '07', '+33 6', '0033 7'), digits(8), fc.constantFrom('', ' ', '.', '-'))
  .map(([head, rest, between]) => {
    const groups = rest.match(/../g) ?? [];
    return [head, ...groups].join(head.length > 2 ? ' ' : between);
  });
const word = fc.constantFrom('anna', 'k.lee', 'x_y', 'jean-luc', 'élodie');
const email = fc
  .tuple(word, word, fc.constantFrom('uni-koeln.de', 'mail.ubc.ca', 'etu.univ-angers.fr'))
  .map(([a, b, host]) => `${a}.${b}@${host}`);
const passport = fc
  .tuple(
    fc.constantFrom('passport number ', 'my passport is ', 'passeport n° ', 'passeport : '),
    fc.constantFrom('12AB', 'X', 'C0'),
    digits(6),
  )
  .map(([before, head, rest]) => ({ before, number: head + rest }));
const name = fc
  .tuple(
    fc.constantFrom('my name is', 'My name is', "je m'appelle", 'je m’appelle', 'mon nom est'),
    fc.constantFrom('Anna Schmidt', 'Émile Zola', 'Li Wei', 'Maria de la Cruz', 'karim benali'),
  )
  .map(([before, who]) => ({ before, who }));
/** What stands around it, in both languages. */
const around = fc.constantFrom(
  ['hello ', ' thanks'],
  ['bonjour, voici : ', '. Merci'],
  ['', ''],
  ['(', ')'],
) as fc.Arbitrary<readonly [string, string]>;

describe('whatever it is and wherever it stands, it is gone, and what is around it stays', () => {
  test.each([
    ['a social security number', socialSecurity, '[social security number]'],
    ['an IBAN', iban, '[bank account]'],
    ['a payment card', cardWritten, '[payment card]'],
    ['a phone number', phone, '[phone]'],
    ['an e-mail address', email, '[e-mail]'],
  ])('%s', (_, written, mark) => {
    fc.assert(
      fc.property(written, around, (personal, [before, after]) => {
        const { text, found } = redact(`${before}${personal}${after}`);
        expect(found).not.toEqual([]);
        expect(text.startsWith(before) && text.endsWith(after), text).toBe(true);
        const left = text.slice(before.length, text.length - after.length);
        // Some numbers are two things by shape; none of their digits may be left.
        expect(left, personal).toMatch(/^\[[a-z -]+\]$/);
        if (mark === '[e-mail]') expect(left).toBe(mark);
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  test('a passport number after the word', () => {
    fc.assert(
      fc.property(passport, around, ({ before, number }, [first, last]) => {
        expect(redact(`${first}${before}${number}${last}`).text).not.toContain(number.slice(-6));
      }),
      { numRuns: 200, seed: 1 },
    );
  });

  test('a name after "my name is" and « je m\'appelle »', () => {
    fc.assert(
      fc.property(name, ({ before, who }) => {
        expect(redact(`${before} ${who}`).text).toBe(`${before} [name]`);
      }),
      { numRuns: 100, seed: 1 },
    );
  });
});

test('a text that was redacted is not changed by redacting it again', () => {
  const things = fc.oneof(socialSecurity, iban, cardWritten, phone, email);
  fc.assert(
    fc.property(things, around, (personal, [before, after]) => {
      const once = redact(`${before}${personal}${after}`).text;
      expect(redact(once).text).toBe(once);
    }),
    { numRuns: 300, seed: 1 },
  );
});

test('official numbers stay beside personal ones', () => {
  const official = ['3646', '36 46', '15', '112', '3114', 'SE 401 Q102 bis', 'S1', '49000', '127.00 €', '22/11/2026'];
  fc.assert(
    fc.property(fc.constantFrom(...official), fc.oneof(socialSecurity, iban, email), (number, personal) => {
      expect(redact(`call ${number}, mine is ${personal}, yes`).text).toContain(`call ${number}, mine is [`);
    }),
    { numRuns: 200, seed: 1 },
  );
});
