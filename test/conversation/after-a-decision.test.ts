import { describe, test } from 'vitest';
import { scripts } from './scripts.ts';
import { talk } from './talk.ts';

describe('"how much?" after a calculation is what was calculated', () => {
  scripts([
    [
      'a refund',
      [
        ['what do i get back for a visit at the gp, 30 euros', {}],
        ['yes', {}],
        ['no', { reads: ['19 €'] }],
        ['so how much is that for me', { intent: 'reimbursement', reads: ['19 €'], never: ['would you like to buy'] }],
      ],
    ],
    [
      'a price of the desk',
      [
        ['I need RC and the medical insurance for a month', { reads: ['70 €'] }],
        ['how much', { intent: 'quote', reads: ['70 €'] }],
      ],
    ],
  ]);

  test('en français', () =>
    talk(
      [
        ['calculer un remboursement', {}],
        ['un généraliste, 30 euros', {}],
        ['oui', {}],
        ['non', { reads: ['19 €'] }],
        ['donc combien pour moi', { intent: 'reimbursement', reads: ['19 €'] }],
      ],
      { locale: 'fr' },
    ));
});

describe('"where?" after a decision is said by what was decided', () => {
  scripts([
    [
      'the form from Quebec goes to the CPAM',
      [
        ['I am insured in Quebec and stay 5 months', {}],
        ['no', {}],
        ['yes', { reads: ['give the form to the CPAM'] }],
        ['where do i bring it', { reads: ['to the CPAM'], never: ['etudiant-etranger'] }],
        ['and if i stay longer', { intent: 'eligibility' }],
      ],
    ],
    [
      'who registers online does so on the site',
      [
        ['Malian, 3 years, not registered, no job', { row: 'D29' }],
        ['where do i do it', { reads: ['etudiant-etranger.ameli.fr'], never: ['Download'] }],
      ],
    ],
  ]);
});

describe('a day alone after a price is about what begins then', () => {
  scripts([
    [
      'and the price is still at hand',
      [
        ['what does the medical insurance cost for one month', {}],
        ['from 4 January', { intent: 'offer-start', reads: ['the day after you pay'] }],
        ['how much', { reads: ['52 €'], never: ['23 €'] }],
      ],
    ],
  ]);

  test.each([
    ['pt', 'quanto custa o seguro médico de um mês', 'a partir de 7 de janeiro'],
    ['zh', '一个月的医疗保险多少钱', '从1月7日开始'],
    ['de', 'was kostet die krankenversicherung für einen monat', 'ab dem 7. januar'],
  ])('in %s', async (locale, price, day) => {
    await talk(
      [
        [price, {}],
        [day, { intent: 'offer-start' }],
      ],
      { locale },
    );
  });
});
