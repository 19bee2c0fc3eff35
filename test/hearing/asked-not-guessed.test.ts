import { describe, expect, test } from 'vitest';
import { hear, told } from './ears.ts';

type Row = readonly [language: string, asked: string | null, text: string, facts: Record<string, unknown>];
const aVisit = 'reimbursement';

describe('What belongs to somebody or something else is not the student’s', () => {
  const rows: readonly Row[] = [
    [
      'en',
      null,
      "my cousin stays three weeks, but I'm the one who needs help: Kenyan, 23",
      { nationality: 'KE', age: 23 },
    ],
    ['fr', null, "mon frère reste trois mois, mais c'est moi qui écris : kényan, 23", { nationality: 'KE', age: 23 }],
    ['en', null, 'my cousin stays three weeks and I eight', { stayMonths: 1.84 }],
    ['en', null, 'The butcher next door, a man of 58, wants to know', {}],
    ['fr', null, 'Le concierge, un homme de 58 ans, me demande un papier', {}],
    ['en', null, 'The owner of the studio, a Belgian of 61, wants a paper', {}],
    ['en', 'work', 'I was at a bakery but quit in September', { work: 'none' }],
    [
      'en',
      null,
      'Last year I was in Madrid on Erasmus, this year I do a master in Metz',
      { school: 'higher-education' },
    ],
    [
      'fr',
      null,
      "L'an dernier j'étais à Madrid en Erasmus, là je fais un master à Metz",
      { school: 'higher-education' },
    ],
    [
      'es',
      null,
      'el año pasado estuve en Milán de Erasmus, ahora hago un máster en Metz',
      { school: 'higher-education' },
    ],
  ];
  test.each(rows)('%s, asked %s: %s', (language, asked, text, facts) => {
    expect(told(text, { language, asked })).toEqual(facts);
  });
});

describe('What may be is not told', () => {
  const rows: readonly Row[] = [
    ['en', null, 'With a bit of luck I start an apprenticeship contract in spring', {}],
    ['fr', null, 'Si tout se passe bien, je commence une alternance au printemps', {}],
    ['es', null, 'con suerte empiezo un contrato de alternancia en primavera', {}],
    ['de', null, 'Wenn alles klappt, beginne ich im Frühling eine duale Ausbildung', {}],
  ];
  test.each(rows)('%s, asked %s: %s', (language, asked, text, facts) => {
    expect(told(text, { language, asked })).toEqual(facts);
  });

  test.each([
    ['en', 'sector 1 I believe, or 2'],
    ['en', 'sector 2? or 1'],
    ['fr', 'secteur 1 je pense, ou 2'],
  ])('of two sectors none is chosen: %s: %s', (language, text) => {
    expect(hear(text, { language, form: aVisit, asked: 'sector' }).unclear).toMatchObject([
      { field: 'sector', why: 'two' },
    ]);
  });
});

describe('Of two lengths far apart no mean is told', () => {
  test.each([
    ['en', '4 or 8 months'],
    ['fr', '4 ou 8 mois'],
    ['es', '4 u 8 meses'],
    ['it', '4 o 8 mesi'],
    ['pt', '4 ou 8 meses'],
    ['de', '4 oder 8 Monate'],
  ])('%s: %s', (language, text) => {
    expect(hear(text, { language, asked: 'stayMonths' }).unclear).toMatchObject([{ field: 'stayMonths', why: 'two' }]);
  });

  test('two that are near are about the same', () => {
    expect(told('8 or 9 months', { asked: 'stayMonths' })).toEqual({ stayMonths: 8.5 });
  });
});

describe('Numbers and days are whole', () => {
  const rows: readonly Row[] = [
    ['en', 'monthsInFrance', 'Three and a half.', { monthsInFrance: 3.5 }],
    ['fr', 'stayMonths', 'six et demi', { stayMonths: 6.5 }],
    ['es', 'stayMonths', 'siete y medio', { stayMonths: 7.5 }],
    [
      'en',
      null,
      "I've been in Nantes for like six weeks working on my master",
      { school: 'higher-education', monthsInFrance: 1.38 },
    ],
    ['en', null, "so i'm peruvian uh 27 and studying law", { nationality: 'PE', age: 27 }],
    ['en', 'nationality', 'Ghanaian, and 21 if that helps', { nationality: 'GH', age: 21 }],
    ['fr', 'stayUntil', 'le mardi 15', { stayUntil: '2026-12-15' }],
    ['en', 'stayUntil', 'on Tuesday the 15th', { stayUntil: '2026-12-15' }],
  ];
  test.each(rows)('%s, asked %s: %s', (language, asked, text, facts) => {
    expect(told(text, { language, asked })).toMatchObject(facts);
  });

  test.each([
    ['en', 'Friday the 20th', '2026-11-20'],
    ['fr', 'vendredi 20', '2026-11-20'],
    ['es', 'el viernes 20', '2026-11-20'],
    ['it', 'venerdì 20', '2026-11-20'],
    ['pt', 'sexta-feira dia 20', '2026-11-20'],
    ['de', 'am Freitag, den 20.', '2026-11-20'],
    ['zh', '星期五20号', '2026-11-20'],
    ['ar', 'الجمعة 20', '2026-11-20'],
  ])('a day of the week with its day of the month: %s: %s', (language, text, from) => {
    expect(told(text, { language, form: 'deadline', asked: 'from' })).toEqual({ from });
  });
});

describe('The stay is what is called the stay', () => {
  test.each([
    ['en', 'the degree takes three years, but I only stay nine months', 9],
    ['en', 'Later I would love a PhD of four years. My stay in France is seven months.', 7],
    ['fr', 'ma licence dure trois ans, mais je reste seulement neuf mois', 9],
    ['es', 'el grado dura tres años, pero me quedo solo nueve meses', 9],
    ['it', 'la laurea dura tre anni, ma resto solo nove mesi', 9],
    ['pt', 'a licenciatura dura três anos, mas fico só nove meses', 9],
    ['de', 'das Studium dauert drei Jahre, aber ich bleibe nur neun Monate', 9],
  ])('%s: %s', (language, text, stayMonths) => {
    expect(told(text, { language })).toMatchObject({ stayMonths });
  });

  test.each([
    ['en', 'enrolled at the Sorbonne since October'],
    ['fr', "inscrite en master à l'université de Caen depuis octobre"],
    ['zh', '快递十月到的'],
    ['zh', '我的行李十月份到了'],
    ['en', 'parcel arrived in October'],
    ['fr', 'colis arrivé en octobre'],
  ])('what began or came is no arrival: %s: %s', (language, text) => {
    expect(told(text, { language })).not.toHaveProperty('stayFrom');
  });
});

describe('What is said of one thing and of another', () => {
  const rows: readonly Row[] = [
    ['fr', null, 'Mon visa expire le 2 mai 2027, ma carte européenne le 9 août 2027', { ehicUntil: '2027-08-09' }],
    ['en', null, 'My passport expires on 2 May 2029, my EHIC on 9 August 2027', { ehicUntil: '2027-08-09' }],
    ['en', null, "the EHIC I don't have", { ehic: 'none' }],
    ['fr', null, 'la sécu je l’ai pas encore', { registered: false }],
    ['fr', null, 'jsuis ps inscrit a la secu', { registered: false }],
    ['fr', 'nationality', 'péruvienne et italienne, gardez l’italienne', { nationality: 'IT' }],
    ['en', 'nationality', 'Peruvian and Italian, put the Italian one', { nationality: 'IT' }],
    ['en', 'stayUntil', 'two weeks after this Tuesday', { stayUntil: '2026-12-15' }],
    ['fr', null, 'né le quatre mai septante-huit', { birthDate: '1978-05-04' }],
    ['fr', 'age', "j'ai quatorze de moyenne, sinon 19 ans", { age: 19 }],
  ];
  test.each(rows)('%s, asked %s: %s', (language, asked, text, facts) => {
    expect(told(text, { language, asked })).toEqual(facts);
  });
});

describe('A visit and an order', () => {
  test.each([
    ['en', 'my flatmate has a mutuelle, I have not', { mutuelle: false }],
    ['fr', 'ma coloc a une mutuelle, moi non', { mutuelle: false }],
    ['fr', 'IRM prévue le 3 décembre, mais là c’est le généraliste du 9 novembre', { act: 'gp', on: '2026-11-09' }],
  ])('%s: %s', (language, text, facts) => {
    expect(told(text, { language, form: aVisit })).toEqual(facts);
  });

  test.each([
    ['en', 'the RC or the medical one? the latter', [{ product: 'tranquillite' }]],
    ['fr', 'entre la médicale et la RC, la dernière des deux', [{ product: 'rc' }]],
    ['fr', 'rien que la tranquillité, un mois', [{ product: 'tranquillite', term: 'P1M' }]],
    ['fr', 'tranquillité trois mois, en double', [{ product: 'tranquillite', term: 'P3M', times: 2 }]],
  ])('%s: %s', (language, text, items) => {
    expect(told(text, { language, form: 'quote', asked: 'items' })).toEqual({ items });
  });
});
