import { describe, expect, test } from 'vitest';
import { hear, told } from './ears.ts';

type Row = readonly [text: string, asked: string | null, facts: Record<string, unknown>];

const english: readonly Row[] = [
  // countries
  ["it's my master's, let's start", null, { school: 'higher-education' }],
  ["it's Portugal", 'nationality', { nationality: 'PT' }],
  ['i am not Turkish, i am Greek', null, { nationality: 'GR' }],
  ['Slovakia, not Slovenia', 'nationality', { nationality: 'SK' }],
  ['i eat in a thai restaurant and my dutch insurance is fine', null, { insuredIn: 'NL' }],
  ['my roommate is swedish', null, {}],
  ['🇵🇪 here', null, { nationality: 'PE' }],
  ['venusian', 'nationality', {}],
  ['I hold two passports, chilean and french', null, {}],
  ['i live in austria but i am from nepal', null, { nationality: 'NP' }],
  ['icelandc', 'nationality', { nationality: 'IS' }],
  ['is this for us too? let us know', null, {}],
  ['from the US', 'nationality', { nationality: 'US' }],
  // lengths
  ['my rent is 640 a month', null, {}],
  ['i work 12 hours a week in a bakery', null, { work: 'minor' }],
  ['i have been in france for 3 weeks already', null, { monthsInFrance: 0.69 }],
  ['my driving test is in 3 weeks', null, {}],
  ['sorry, i am two months late with this', null, {}],
  ['i am 5 months pregnant', null, {}],
  ['my cousin stays four months, i stay eight', 'stayMonths', { stayMonths: 8 }],
  ['my daughter is 6 years old', null, {}],
  ['the visa is for 5 months and i stay 9 months', null, { stayMonths: 9 }],
  ['a year and a half', 'stayMonths', { stayMonths: 18 }],
  ['8 months, no sorry, 6', 'stayMonths', { stayMonths: 6 }],
  ['My European card expired on 30 June, no, on 3 July', null, { ehic: 'none', ehicUntil: '2026-07-03' }],
  [
    'My European card expired on 30 June, which I had not seen. On 4 July I was ill.',
    null,
    { ehic: 'none', ehicUntil: '2026-06-30' },
  ],
  ['not 8 but 6 months', 'stayMonths', { stayMonths: 6 }],
  ['i am 24', 'stayMonths', { age: 24 }],
  ['we stay 11 months', null, { stayMonths: 11 }],
  ['4 to 5 months', 'stayMonths', { stayMonths: 4.5 }],
  ['2 to 4 months', 'stayMonths', {}],
  ['ten weeks', 'stayMonths', { stayMonths: 2.3 }],
  ['7', 'stayMonths', { stayMonths: 7 }],
  // dates
  ['i stay from 3/10/2026 to 5/2/2027', null, { stayFrom: '2026-10-03', stayUntil: '2027-02-05' }],
  ['2026-10-03 to 2027-02-05', 'stayMonths', { stayFrom: '2026-10-03', stayUntil: '2027-02-05' }],
  ['you may ask me in may', null, {}],
  ['i am here until mid february', null, { stayUntil: '2027-02-15' }],
  ['october to easter', 'stayMonths', { stayFrom: '2026-10-01', stayUntil: '2027-03-28' }],
  ['yes, until april', 'ehic', { ehicUntil: '2027-04-30' }],
  ['born on 9 February 2003', null, { birthDate: '2003-02-09' }],
  // registered
  ['i am registered at my university', null, { school: 'higher-education' }],
  ['i am registered with the cpam', null, { registered: true }],
  ['yes no maybe', 'registered', { registered: 'unknown' }],
  ['no', 'monthsInFrance', {}],
  // whole answers
  ["no i'm chilean", 'registered', { registered: false, nationality: 'CL' }],
  [
    'no and i am maltese with a card until may, staying until april',
    'registered',
    { registered: false, nationality: 'MT', ehicUntil: '2027-05-31', stayUntil: '2027-04-30' },
  ],
  ['not sure', 'stayMonths', { stayMonths: 'unknown' }],
  ['no idea what that is', 's1', { s1: 'unknown' }],
  ['my wife is registered, i am not', 'registered', { registered: false }],
];

const french: readonly Row[] = [
  ["faut-il s'inscrire ? je reste 8 mois", null, { stayMonths: 8 }],
  ["non s'il vous plaît", 'registered', { registered: false }],
  ['je suis italienne née au Pérou', null, { nationality: 'IT' }],
  ["un resto libanais, l'assurance suisse de mon copain", null, {}],
  ['belge non, luxembourgeoise', 'nationality', { nationality: 'LU' }],
  ['une quinzaine de mois', 'stayMonths', { stayMonths: 15 }],
  ['deux ans et demi', 'stayMonths', { stayMonths: 30 }],
  ['huit ans de travail à Abidjan', null, {}],
  ['mon loyer fait 450 par mois', null, {}],
  ['je suis là depuis 5 mois', null, { monthsInFrance: 5 }],
  ["j'ai 23 ans et je suis togolaise", null, { age: 23, nationality: 'TG' }],
  ['non je suis gabonaise et je reste 2 ans', 'registered', { registered: false, nationality: 'GA', stayMonths: 24 }],
  ["oui jusqu'en février", 'ehic', { ehicUntil: '2027-02-28' }],
  ['du 4/9/2026 au 3/7/2027', 'stayMonths', { stayFrom: '2026-09-04', stayUntil: '2027-07-03' }],
  ['de octobre à fin mai', 'stayMonths', { stayFrom: '2026-10-01', stayUntil: '2027-05-31' }],
  ['inscrite à la fac de lettres', null, { school: 'higher-education' }],
  ['ma cousine reste 3 mois, moi deux ans', null, { stayMonths: 24 }],
  ['je ne sais pas encore', 'stayMonths', { stayMonths: 'unknown' }],
  ['mon amie est chinoise, moi coréenne', 'nationality', { nationality: 'KR' }],
];

describe('What a student tells, in English', () => {
  test.each(english)('%s (asked: %s)', (text, asked, facts) => {
    expect(told(text, { asked })).toEqual(facts);
  });
});

describe('What a student tells, in French', () => {
  test.each(french)('%s (asked: %s)', (text, asked, facts) => {
    expect(told(text, { asked, language: 'fr' })).toEqual(facts);
  });
});

describe('A visit, a stay in hospital, a price', () => {
  test.each<[string, string, string | null, Record<string, unknown>]>([
    ['en', 'i was 4 days in hospital', null, { act: 'hospital-day', days: 4 }],
    ['en', 'i spent 4 nights in hospital', null, { act: 'hospital-day', days: 5 }],
    ['en', 'in hospital from 3 to 8 october', null, { act: 'hospital-day', on: '2026-10-03', until: '2026-10-08' }],
    ['en', 'saw the gp twice, 26.50 each', null, { act: 'gp', visits: 2, charged: '26.50' }],
    ['en', '55e, she is sector 2', 'charged', { charged: '55.00', sector: '2' }],
    ['en', 'i bought your 109 € insurance and saw a gp', null, { act: 'gp' }],
    ['en', 'no mutuelle', 'declaredGp', { mutuelle: false }],
    ['en', 'i paid the gp 28 euros on tuesday', null, { act: 'gp', charged: '28.00', on: '2026-11-24' }],
    ['en', 'i had an accident at work during my internship of five months', null, {}],
    ['fr', 'hospitalisée 2 jours', null, { act: 'hospital-day', days: 2 }],
    ['fr', 'pas de mutuelle mais un médecin traitant', 'declaredGp', { mutuelle: false, declaredGp: true }],
    ['fr', 'vu le généraliste le 12/10/2026 pour 30 €', null, { act: 'gp', on: '2026-10-12', charged: '30.00' }],
  ])('%s: %s (asked: %s)', (language, text, asked, facts) => {
    expect(told(text, { language, form: 'reimbursement', asked })).toEqual(facts);
  });
});

describe('What is to be bought', () => {
  const medical = (months: number, times?: number) => ({
    product: 'tranquillite',
    term: `P${months}M`,
    ...(times !== undefined && { times }),
  });
  test.each<[string, string, string | null, unknown]>([
    ['en', 'health insurance and civil liability, 3 months', null, [medical(3), { product: 'rc' }]],
    ['en', 'three months without rc', null, [medical(3)]],
    ['en', 'two times one month', null, [medical(1, 2)]],
    ['en', 'six months of medical insurance', null, [medical(3, 2)]],
    ['en', 'nine months please, medical', null, [medical(3, 3)]],
    ['en', 'the medical one', 'product', [{ product: 'tranquillite' }]],
    ['en', 'both', 'product', [{ product: 'tranquillite' }, { product: 'rc' }]],
    ['fr', 'la tranquillité 3 mois avec la RC', null, [medical(3), { product: 'rc' }]],
    ['fr', 'trois mois, pas de rc', null, [medical(3)]],
    ['fr', 'seulement la responsabilité civile', null, [{ product: 'rc' }]],
  ])('%s: %s (asked: %s)', (language, text, asked, items) => {
    expect(told(text, { language, form: 'quote', asked })).toEqual({ items });
  });

  test('what is added comes to what was told before', () => {
    const before = { items: [{ product: 'tranquillite', term: 'P3M' }] };
    expect(told('with the rc too', { form: 'quote', told: before })).toEqual({
      items: [{ product: 'tranquillite' }, { product: 'rc' }],
    });
  });
});

describe('A deadline and its day', () => {
  test.each<[string, string, Record<string, unknown>]>([
    ['en', 'i paid on wednesday, from when am i covered?', { about: 'cover-start', from: '2026-11-25' }],
    ['en', 'arrived on september 7, when can i apply for the cmu?', { about: 'cmu-request', from: '2026-09-07' }],
    [
      'en',
      'my ehic expires on 15 january and i stay until may',
      { about: 'ehic-gap', ehicUntil: '2027-01-15', stayUntil: '2027-05-31' },
    ],
    [
      'fr',
      "j'ai payé avant-hier, quand est-ce que je reçois l'attestation ?",
      { about: 'certificate', from: '2026-11-26' },
    ],
    ['fr', 'la rc achetée le 2/11 finit quand', { about: 'rc-end', from: '2026-11-02' }],
  ])('%s: %s', (language, text, facts) => {
    expect(told(text, { language, form: 'deadline' })).toEqual(facts);
  });
});

describe('Whose it is, and what is not enough', () => {
  test('what is told of another person is told, but not of the student', () => {
    const { facts } = hear('my friend is brazilian');
    expect(facts).toEqual([{ field: 'nationality', value: 'BR', words: 'brazilian', for: 'other', cue: 'full' }]);
  });

  test('two passports are two readings', () => {
    const { facts, unclear } = hear('i am algerian and i am canadian');
    expect(facts).toEqual([]);
    expect(unclear.map(({ field, why, readings }) => [field, why, readings.map(({ value }) => value)])).toEqual([
      ['nationality', 'two', ['DZ', 'CA']],
    ]);
  });

  test('an end without a beginning is half a stay', () => {
    const { enough, unclear } = hear('until christmas', { asked: 'stayMonths' });
    expect(enough).toBe(false);
    expect(unclear).toMatchObject([{ field: 'stayUntil', why: 'half', readings: [{ value: '2026-12-25' }] }]);
  });

  test.each([
    ['i stay 10 months', null, 'full'],
    ['10 months', 'stayMonths', 'asked'],
    ['peruvian, 10 months', null, 'weak'],
  ])('%s (asked: %s): the cue is %s', (text, asked, cue) => {
    expect(hear(text, { asked }).facts.find(({ field }) => field === 'stayMonths')?.cue).toBe(cue);
  });
});

describe('Polite replies', () => {
  test.each<[string, string, string, unknown]>([
    ['en', 'Hello,\n\nNo, not yet.\n\nThanks,\nTom', 'registered', false],
    ['en', 'Hi! Yes, I have already done it. Best regards, Ana', 'registered', true],
    ['en', 'Good morning,\nI am Finnish.\nKind regards\nPekka', 'nationality', 'FI'],
    ['en', 'Dear team,\n\n9 months.\n\nMany thanks in advance', 'stayMonths', 9],
    ['en', 'Thank you for your help. No, this is my first time.', 'registered', false],
    ['en', 'Sorry for the late reply! Yes please, thank you', 'registered', true],
    ['en', 'Hey there, nope :) thx', 's1', false],
    ['en', 'Hello again, not at the moment. Have a nice day!', 'work', 'none'],
    ['en', 'Dear Sir or Madam,\nI am 21 years old.\nYours sincerely,\nLi', 'age', 21],
    ['fr', "Non, c'est la première fois. Merci beaucoup", 'registered', false],
    ['fr', 'Bonjour,\n\nOui, déjà fait.\n\nCordialement,\nInès', 'registered', true],
    ['fr', 'Bonsoir madame, je suis vietnamienne. Bonne soirée', 'nationality', 'VN'],
    ['fr', "Bonjour, environ 6 mois. Merci d'avance !", 'stayMonths', 6],
    ['fr', 'Merci pour votre réponse. Non, pas encore.\nBien à vous\nOmar', 'registered', false],
    ['fr', "Bonjour, j'ai 20 ans. Cordialement", 'age', 20],
    ['fr', 'Coucou, nan pas du tout, merci', 'work', 'none'],
    ['fr', 'Oui monsieur, bien sûr.\nBonne journée à vous', 's1', true],
    ['fr', 'Désolé du retard ! Aucune idée.', 'ehic', 'unknown'],
  ])('%s: %s', (language, text, asked, value) => {
    expect(told(text, { language, asked })[asked]).toBe(value);
  });
});
