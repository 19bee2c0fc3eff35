import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readJsonLines } from '../../src/eval/json-lines.ts';
import { told } from './ears.ts';

/** Ways to say one thing, and what of it is heard. */
const Saying = z.object({
  language: z.string(),
  form: z.string(),
  asked: z.string().nullable(),
  field: z.string(),
  value: z.unknown(),
  texts: z.array(z.string()),
});
const sayings = readJsonLines('test/hearing/sayings.jsonl', Saying);

describe('What one has, does and is, said yes and no', () => {
  test.each(sayings)('$language, $form (asked: $asked): $field is $value', (saying) => {
    const { language, form, asked, field, value, texts } = saying;
    const heard = texts.map((text) => [text, told(text, { language, form, asked })[field] ?? null]);
    expect(heard).toEqual(texts.map((text) => [text, value]));
  });
});

type Counted = readonly [
  language: string,
  frame: string,
  asked: string | null,
  field: string,
  from: number,
  to: number,
];

const words: Readonly<Record<string, readonly string[]>> = {
  en: [
    'zero',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
    'thirteen',
    'fourteen',
    'fifteen',
    'sixteen',
    'seventeen',
    'eighteen',
    'nineteen',
    'twenty',
    'twenty-one',
    'twenty two',
    'twenty three',
    'twenty-four',
    'twenty five',
    'twenty-six',
    'twenty seven',
    'twenty-eight',
    'twenty-nine',
    'thirty',
  ],
  fr: [
    'zéro',
    'un',
    'deux',
    'trois',
    'quatre',
    'cinq',
    'six',
    'sept',
    'huit',
    'neuf',
    'dix',
    'onze',
    'douze',
    'treize',
    'quatorze',
    'quinze',
    'seize',
    'dix-sept',
    'dix-huit',
    'dix-neuf',
    'vingt',
    'vingt et un',
    'vingt-deux',
    'vingt trois',
    'vingt-quatre',
    'vingt-cinq',
    'vingt-six',
    'vingt sept',
    'vingt-huit',
    'vingt-neuf',
    'trente',
  ],
};
const counted: readonly Counted[] = [
  ['en', 'I stay {} months', null, 'stayMonths', 2, 24],
  ['en', 'staying for {} months', null, 'stayMonths', 2, 24],
  ['en', 'I am here for {} months', null, 'stayMonths', 2, 24],
  ['en', 'my exchange lasts {} months', null, 'stayMonths', 2, 24],
  ['en', '{} months', 'stayMonths', 'stayMonths', 2, 24],
  ['en', '{}', 'stayMonths', 'stayMonths', 2, 24],
  ['en', 'about {} months, thanks', 'stayMonths', 'stayMonths', 2, 24],
  ['en', '{} months in France', 'stayMonths', 'stayMonths', 2, 24],
  ['en', 'I have been here for {} months', null, 'monthsInFrance', 2, 24],
  ['en', 'I arrived {} months ago', null, 'monthsInFrance', 2, 12],
  ['en', 'I have been living in Lyon for {} months', null, 'monthsInFrance', 2, 24],
  ['en', 'since {} months', 'monthsInFrance', 'monthsInFrance', 2, 24],
  ['en', '{}', 'monthsInFrance', 'monthsInFrance', 2, 24],
  ['en', 'I am {}', null, 'age', 16, 30],
  ['en', 'I am {} years old', null, 'age', 16, 30],
  ['en', '{}', 'age', 'age', 16, 30],
  ['en', '{} years old', 'age', 'age', 16, 30],
  ['en', 'I just turned {}', null, 'age', 16, 30],
  ['en', 'Peruvian, {} years old', null, 'age', 16, 30],
  ['en', 'Peruvian, {}', null, 'age', 16, 30],
  ['en', "I'm {} and I'm from Peru", null, 'age', 16, 30],
  ['en', 'a {}-year-old student from Peru', null, 'age', 16, 30],
  ['en', '{} euros', 'charged', 'charged', 10, 30],
  ['fr', 'je reste {} mois', null, 'stayMonths', 2, 24],
  ['fr', 'je suis là pour {} mois', null, 'stayMonths', 2, 24],
  ['fr', 'je viens pour {} mois', null, 'stayMonths', 2, 24],
  ['fr', 'mon échange dure {} mois', null, 'stayMonths', 2, 24],
  ['fr', '{} mois', 'stayMonths', 'stayMonths', 2, 24],
  ['fr', '{}', 'stayMonths', 'stayMonths', 2, 24],
  ['fr', 'environ {} mois, merci', 'stayMonths', 'stayMonths', 2, 24],
  ['fr', 'pendant {} mois', 'stayMonths', 'stayMonths', 2, 24],
  ['fr', 'je suis en France depuis {} mois', null, 'monthsInFrance', 2, 24],
  ['fr', 'je suis arrivé il y a {} mois', null, 'monthsInFrance', 2, 12],
  ['fr', 'ça fait {} mois que je suis là', null, 'monthsInFrance', 2, 24],
  ['fr', "j'habite à Lyon depuis {} mois", null, 'monthsInFrance', 2, 24],
  ['fr', 'depuis {} mois', 'monthsInFrance', 'monthsInFrance', 2, 24],
  ['fr', '{}', 'monthsInFrance', 'monthsInFrance', 2, 24],
  ['fr', "j'ai {} ans", null, 'age', 16, 30],
  ['fr', '{} ans', 'age', 'age', 16, 30],
  ['fr', '{}', 'age', 'age', 16, 30],
  ['fr', "je viens d'avoir {} ans", null, 'age', 16, 30],
  ['fr', 'péruvienne, {} ans', null, 'age', 16, 30],
  ['fr', 'péruvienne, {}', null, 'age', 16, 30],
  ['fr', "j'ai {} ans et je viens du Pérou", null, 'age', 16, 30],
  ['fr', 'étudiante péruvienne de {} ans', null, 'age', 16, 30],
];

describe('Every number, in figures and in words', () => {
  test.each(counted)('%s: %s (asked: %s)', (language, frame, asked, field, from, to) => {
    const form = field === 'charged' ? 'reimbursement' : 'eligibility';
    for (let number = from; number <= to; number++) {
      const value = field === 'charged' ? number.toFixed(2) : number;
      for (const word of [String(number), words[language]?.[number] ?? '']) {
        const text = frame.replace('{}', word);
        expect([text, told(text, { language, asked, form })[field]]).toEqual([text, value]);
      }
    }
  });
});
