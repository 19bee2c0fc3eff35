import { expect, test } from 'vitest';
import { redact } from '../own-desk.ts';

test.each([
  ['an e-mail address', 'write to Anna.Schmidt+erasmus@uni-koeln.de please', 'write to [e-mail] please'],
  ['a French mobile', 'mon tel est 06 12 34 56 78 merci', 'mon tel est [phone] merci'],
  ['a phone in one piece', 'call 0612345678', 'call [phone]'],
  ['a phone with dots', 'tél.: 06.12.34.56.78', 'tél.: [phone]'],
  ['a phone before a number of something else', '06 12 34 56 78 10 ans', '[phone] 10 ans'],
  ['an international phone', 'I am at +55 11 91234-5678 now', 'I am at [phone] now'],
  ['a phone with the trunk zero in brackets', '+33 (0)6 12 34 56 78', '[phone]'],
  ['a phone with the double zero', '0049 221 4701234', '[phone]'],
  ['a Quebec phone', 'my number is (514) 987-6543', 'my number is [phone]'],
  ['a British number without its country', 'ring 07700 900123', 'ring [phone]'],
  ['a French IBAN', 'RIB FR76 3000 6000 0112 3456 7890 189 voilà', 'RIB [bank account] voilà'],
  ['an IBAN in one piece, small letters', 'de89370400440532013000', '[bank account]'],
  ['an IBAN with a wrong check digit', 'FR7530006000011234567890189', '[bank account]'],
  ['a British IBAN', 'GB82 WEST 1234 5698 7654 32.', '[bank account].'],
  ['a social security number with its key', 'n° 1 89 05 75 116 005 42', 'n° [social security number]'],
  ['a social security number in one piece', '285057511600595', '[social security number]'],
  ['a social security number without its key', '2850575116005', '[social security number]'],
  ['a Corsican number, 2A', '1 92 07 2A 004 123 45', '[social security number]'],
  ['a Corsican number, 2b', '292072b00412309', '[social security number]'],
  [
    'a temporary number',
    'my temporary number is 7 98 12 99 350 123 45',
    'my temporary number is [social security number]',
  ],
  ['a number with an unknown birth month', '1 99 20 99 216 001 22', '[social security number]'],
  ['another grouping, when the key is right', '28505 75116 00595', '[social security number]'],
  ['a payment card', 'Visa 4111 1111 1111 1111, 12/28', 'Visa [payment card], 12/28'],
  ['a payment card in one piece', 'card 5500005555555559', 'card [payment card]'],
  ['an American Express card', '3782 822463 10005', '[payment card]'],
  ['a passport', 'my passport number is 12AB34567', 'my passport number is [passport]'],
  ['a passport in French', 'passeport n°C01X0006H', 'passeport n°[passport]'],
  ['a passport of nine digits', 'Passport: 123456789', 'Passport: [passport]'],
  ['a number of nine digits or more', 'my file is 9023456789012', 'my file is [number]'],
  ['a full name', 'Hi, my name is Anna Schmidt and I need help', 'Hi, my name is [name] and I need help'],
  ['a name in small letters', 'my name is anna schmidt and i study', 'my name is [name] and i study'],
  ['a name with particles', 'My name is Maria de la Cruz. Do I register?', 'My name is [name]. Do I register?'],
  [
    'a French name',
    "Bonjour, je m'appelle Émile Zola-Dupont et je suis étudiant",
    "Bonjour, je m'appelle [name] et je suis étudiant",
  ],
  ['a French name typed in a hurry', 'jmappelle karim jai une question', 'jmappelle [name] jai une question'],
  ['a typographic apostrophe', 'je m’appelle Zoé', 'je m’appelle [name]'],
  ['two things at once', 'a@b.fr ou 0612345678', '[e-mail] ou [phone]'],
])('%s is replaced', (_, text, redacted) => {
  expect(redact(text).text).toBe(redacted);
  expect(redact(text).found).not.toEqual([]);
});

test.each([
  ['the health insurance line', 'call 3646 or 36 46 from France'],
  ['its English line, as the desk pages write it', '+33 9 74 75 36 46, 09 74 75 36 46, 0 974 753 646, 0974753646'],
  ['the line from abroad', '+33 184 90 36 46 or +33 1 84 90 36 46'],
  ['the Quebec forms', 'SE 401 Q102 bis and SE 401 Q106'],
  ['the S1 form', 'I have an S1 from Germany'],
  ['postcodes', '49000 Angers, 75013 Paris, 21000 or 69001'],
  ['amounts', '127.00 €, 1 250,50 € and 52 + 109 + 23'],
  ['prices in a row', '52 109 23 15 127 00'],
  ['amounts with points', '0.50 1.00 2.00 10.00'],
  ['dates', '2026-11-22, 22/11/2026, 22.11.2026, 01 09 2026'],
  ['two dates', 'from 01-09-2026 30-06-2027 and 01 09 2026 12 months'],
  ['a date and a time', '2026-11-22 10:30'],
  ['opening hours', '08.30 17.30 12.00'],
  ['academic years', '2025 2026 2027 and 2026/2027'],
  ['emergency numbers', '15, 17, 18, 112, 114 and 3114'],
  ['an age and a length', 'I am 22 and stay 10 months'],
  ['a short student number', 'group 4021'],
  ['the desk itself', 'write to desk@example.org'],
  ['a question about a name', 'my name is wrong on the card'],
  ['a French question about a name', 'mon nom est mal écrit sur la carte'],
  ['a question about a passport', 'is my passport valid until 2027 enough'],
  ['a people told of somebody', 'for my sister: Ukrainian, 20'],
  ['emoji', '🙂🙂🙂'],
  ['nothing', ''],
])('%s stays', (_, text) => {
  expect(redact(text)).toEqual({ text, found: [], born: [] });
});

test('what was found is named, once each', () => {
  expect(redact('a@b.fr, c@d.fr, my name is Tom').found).toEqual(['e-mail', 'name']);
});

test('a mark is not personal data: redacting twice changes nothing', () => {
  const once = redact('I am Tom, my name is Tom, tom@x.org, 06 12 34 56 78, passport 12AB34567').text;
  expect(redact(once)).toEqual({ text: once, found: [], born: [] });
});

/** Each would take minutes where time grows with the square of the length; the run's own limit is the proof. */
test.each([
  ['digits', '1'.repeat(100_000)],
  ['digits with spaces', '1 '.repeat(50_000)],
  ['digits in groups of four', '4111 '.repeat(20_000)],
  ['zeros', '06 '.repeat(33_000)],
  ['letters', 'a'.repeat(100_000)],
  ['almost an address', 'a.'.repeat(50_000) + '@'],
  ['at signs', '@a'.repeat(50_000)],
  ['country codes', 'FR76 '.repeat(20_000)],
  ['introductions', 'my name is '.repeat(9_000)],
  ['passports', 'passport number is '.repeat(5_000)],
  ['brackets', '(((((+ 1'.repeat(12_000)],
  ['separators', '1 ...---'.repeat(12_000)],
])('100 kB of %s is read in time', (_, text) => {
  expect(typeof redact(text).text).toBe('string');
});

test.each([
  ['a phone of the desk', 'Call us on 02 41 22 33 44 before noon.', 'Call us on 02 41 22 33 44 before noon.'],
  ['a phone in one piece', 'My number: 0241223344', 'My number: 0241223344'],
  ['a number that a word announces', 'Tel 612 345 678', 'Tel 612 345 678'],
  ['a mail address', 'Write to ada.martin@univ.example, please', 'Write to ada.martin@univ.example, please'],
  ['several of both', 'a@b.example or c@d.example, 0612345678', 'a@b.example or c@d.example, 0612345678'],
  ['their own name under it', 'See you.\n\nKind regards,\nAda Martin', 'See you.\n\nKind regards,\nAda Martin'],
  ['another name', 'Dear Mr Oliveira, come in.', 'Dear Mr [name], come in.'],
  ['a payment card', 'You wrote 4111 1111 1111 1111', 'You wrote [payment card]'],
  ['an account', 'Pay to FR76 3000 6000 0112 3456 7890 189', 'Pay to [bank account]'],
  ['a passport', 'Your passport number is 19AB47210', 'Your passport number is [passport]'],
  ['signs of private use', 'a \uE0000\uE001 b 0612345678', 'a 0 b 0612345678'],
])('what a colleague sends: %s', (_, written, sent) => {
  expect(redact(written, { by: 'Ada Martin' }).text).toBe(sent);
});

test.each([
  ['a phone in pairs whose first three could be a day', '07 11 45 90 23', '[phone]'],
  ['the same with its country', '+33 7 11 45 90 23', '[phone]'],
  ['a day of birth before a length', '14/05/2001, 9 months', '[born], 9 months'],
])('in a form: %s', (_, written, read) => {
  expect(redact(written, { inForm: true }).text.replaceAll(/\[born[^\]]*\]/g, '[born]')).toBe(read);
});
