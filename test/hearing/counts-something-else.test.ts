import { describe, expect, test } from 'vitest';
import { told } from './ears.ts';

const before = { items: [{ product: 'tranquillite' }] };
const medical = (months: number) => [{ product: 'tranquillite', term: `P${months}M` }];

describe('Asked for how long to buy, a number with something counted behind or named before it is no term', () => {
  test.each([
    ['en', 'sorry 3 cousins'],
    ['en', 'we are 3'],
    ['en', 'for 2 flatmates'],
    ['en', 'i have 3 papers to sign'],
    ['en', 'it is on floor 1'],
    ['en', 'the tram 3'],
    ['en', 'i am 21'],
    ['fr', 'pardon, 3 copines'],
    ['fr', "j'ai 21"],
    ['fr', 'on est 3'],
    ['fr', '2 dossiers'],
    ['fr', 'tram 3'],
    ['es', 'no, 3 compañeros'],
    ['es', 'somos 3'],
    ['es', '1 hijo'],
    ['es', 'tengo 21'],
    ['it', 'ho 21'],
    ['pt', 'tenho 21'],
    ['de', 'ich bin 21'],
    ['it', 'no, 3 colleghi'],
    ['it', 'siamo in 3'],
    ['it', 'aula 3'],
    ['pt', 'não, 3 colegas'],
    ['pt', 'somos 3'],
    ['pt', '2 provas'],
    ['de', 'nein, 3 Mitbewohner'],
    ['de', 'wir sind 3'],
    ['de', 'Gleis 3'],
    ['zh', '不，3个同学'],
    ['zh', '我们三个'],
    ['zh', '3张纸'],
    ['ar', 'لا، 3 زملاء'],
    ['ar', 'نحن 3'],
    ['ar', 'الطابق 3'],
  ])('%s: %s', (language, text) => {
    expect(told(text, { language, form: 'quote', asked: 'term', told: before })).not.toHaveProperty('items');
  });

  test.each([
    ['en', 'no, 3 sorry', 3],
    ['en', 'only 1 please', 1],
    ['en', 'the 3 one', 3],
    ['fr', 'non, 3 désolée', 3],
    ['fr', 'plutôt 1', 1],
    ['es', '3 por favor', 3],
    ['it', '3 grazie', 3],
    ['pt', '3 por favor', 3],
    ['de', 'nein, 3 bitte', 3],
    ['zh', '3 谢谢', 3],
    ['ar', '3 من فضلك', 3],
  ])('by itself it is: %s: %s', (language, text, months) => {
    expect(told(text, { language, form: 'quote', asked: 'term', told: before })['items']).toEqual(medical(months));
  });
});

describe('A number that is said to be something else is not what a form asked for', () => {
  test.each([
    ['en', 'eligibility', 'stayMonths', 'i stay 4 friends'],
    ['en', 'eligibility', 'stayMonths', 'we are 5 in the flat'],
    ['en', 'eligibility', 'monthsInFrance', 'sorry 2 suitcases'],
    ['en', 'eligibility', 'age', '25 classmates'],
    ['en', 'eligibility', 'age', 'my grade was 17'],
    ['fr', 'eligibility', 'age', '25 camarades'],
    ['fr', 'eligibility', 'age', 'quai 21'],
    ['es', 'eligibility', 'age', '25 compañeros'],
    ['it', 'eligibility', 'age', 'il mio voto è 25'],
    ['pt', 'eligibility', 'age', 'sala 25'],
    ['de', 'eligibility', 'age', 'Linie 25'],
    ['zh', 'eligibility', 'age', '25个同学'],
    ['ar', 'eligibility', 'age', 'الباص 25'],
    ['en', 'reimbursement', 'charged', 'i took the tram 15'],
    ['en', 'reimbursement', 'charged', 'extension 250'],
    ['en', 'reimbursement', 'charged', 'i am 26'],
    ['fr', 'reimbursement', 'charged', "j'ai pris le tram 15"],
    ['es', 'reimbursement', 'charged', 'tengo 26 años'],
    ['de', 'reimbursement', 'charged', 'ich bin 26'],
    ['zh', 'reimbursement', 'charged', '分机 250'],
    ['en', 'reimbursement', 'visits', '3 patients before me'],
    ['en', 'reimbursement', 'days', 'i am 26'],
    ['fr', 'reimbursement', 'days', '3 patients'],
  ])('%s, %s, %s: %s', (language, form, asked, text) => {
    expect(told(text, { language, form, asked })).not.toHaveProperty(asked);
  });

  test('what is corrected by something else stays as it was', () => {
    expect(told('10 months, sorry, 2 flatmates', { asked: 'stayMonths' })['stayMonths']).not.toBe(2);
  });

  test.each([
    ['en', 'i am in 38'],
    ['fr', 'je suis dans le 38'],
    ['es', 'estoy en 38'],
  ])('where one is tells no age: %s: %s', (language, text) => {
    expect(told(text, { language })).toEqual({});
  });

  test('an age that was told is kept', () => {
    expect(told('i am 26', { form: 'reimbursement', asked: 'charged' })).toEqual({ age: 26 });
  });
});
