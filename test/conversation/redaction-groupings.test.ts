import { expect, test } from 'vitest';
import { redact } from '../own-desk.ts';

test.each([
  ['a number sign by sign', 'INE: 1 3 0 9 8 8 T 7 1 1 L, thanks', 'INE: [student number], thanks'],
  ['pairs', 'permit number 88 12 40 77 31', 'permit number [residence permit]'],
  ['letters inside', 'Reisepass Nr. L7 KQ 4M 80 2', 'Reisepass Nr. [passport]'],
  ['a line on', 'passport: KXA\n702118', 'passport: [passport]'],
  ['a nationality between', 'passeport tunisien : X 770 218', 'passeport tunisien : [passport]'],
  ['brackets between', 'passport (Nigerian): 40 BX 7712', 'passport (Nigerian): [passport]'],
  [
    'a clause between',
    'my passport, renewed in spring, is BX 07 71 12',
    'my passport, renewed in spring, is [passport]',
  ],
  ['an IBAN with strokes', 'FR76 | 3000 6000 0112 | 3456 7890 189', '[bank account]'],
  ['an IBAN with underlines', 'FR76_3000_6000_0112_3456_7890_189', '[bank account]'],
  ['a card in any groups behind its word', 'carte 41 111 1 1111 1 11 111', 'carte [payment card]'],
  ['a mobile with all kinds of marks', 'write to 07-81 92-44 05', 'write to [phone]'],
  ['a mobile with long dashes', '07 — 81 — 92 — 44 — 05', '[phone]'],
  ['a mobile with letters for figures', 'c le O7 8I 92 44 O5', 'c le [phone]'],
  ['a foreign number over two lines', '+91 98 \n 7740 2133', '[phone]'],
  ['a number further on in the clause', 'móvil (el de España) 644 90 12 35', 'móvil (el de España) [phone]'],
  ['an address with spaced dots', 'r . okafor @ uni . ng', '[e-mail]'],
  ['a name of any family', '姓：独孤 名：雨桐', '姓：[name] 名：[name]'],
  ['a birth date behind a short word', 'data nasc: 02/10/1997', 'data nasc: [born]'],
  ['an Arabic signature', 'مع خالص التحية\nسعاد المهيري', 'مع خالص التحية\n[name]'],
])('%s is replaced', (_, text, redacted) => {
  expect(redact(text).text).toBe(redacted);
});

test.each([
  ['months behind a number', 'visa 123456 12 months', 'visa [visa] 12 months'],
  ['photos behind a number', 'passport AB123456\n2 photos', 'passport [passport]\n2 photos'],
])('%s stay', (_, text, redacted) => {
  expect(redact(text).text).toBe(redacted);
});

test.each([
  ['a form beside a passport', 'passport and SE 401 Q102 bis, S 3704 or E 104'],
  ['an intake beside a passport', 'passport, EU 27 2026, 35 x 45 mm'],
  ['hours behind a telephone', 'the phone line is open 08.30 17.30 and 09.00 12.00'],
  ['prices behind a telephone', 'mobile plans 19.99 / 24.99 / 29.99'],
  ['years behind a telephone', 'call before 2026 2027 2028'],
  ['published numbers', 'can I call 36 46, or +33 1 84 90 36 46'],
  ['a meeting', 'we meet @ campus. see you'],
  ['a label that is filled with a word', '姓名：见护照'],
  ['a question about name and address', 'اسمي وعنواني تغيرا'],
])('%s stays', (_, text) => {
  expect(redact(text)).toEqual({ text, found: [], born: [] });
});

/** Each would take minutes where time grows with the square of the length; the run's own limit is the proof. */
test.each([
  ['passports with letters', 'passport A 1 '.repeat(8_000)],
  ['telephones', 'call 12 34 '.repeat(9_000)],
  ['mistyped mobiles', 'O6 1O '.repeat(16_000)],
  ['spaced dots', 'a . '.repeat(25_000) + '@'],
])('100 kB of %s is read in time', (_, text) => {
  expect(typeof redact(text).text).toBe('string');
});
