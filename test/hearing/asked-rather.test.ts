import { describe, expect, test } from 'vitest';
import { hear, told } from './ears.ts';

describe('what is said to be of something else is asked for once more', () => {
  test.each([
    ['en', 'stayMonths', 'eleven months, no wait, that is my rental contract'],
    ['en', 'ehicUntil', '14 March 2028, oops, that one is my passport'],
    ['fr', 'stayMonths', '9 mois, ah non, ça c’est le bail'],
    ['fr', 'ehicUntil', '14/03/2028, mince, ça c’est mon visa'],
    ['de', 'stayMonths', '11 Monate, ach nein, das ist der Mietvertrag'],
    ['es', 'stayMonths', '11 meses, ah no, ese es el contrato'],
    ['it', 'stayMonths', '11 mesi, ah no, quello è il visto'],
    ['pt', 'stayMonths', '11 meses, ah não, isso é o visto'],
    ['zh', 'stayMonths', '11个月，不对，那是我的签证'],
    ['ar', 'stayMonths', '11 شهرا، لا، هذا عقد الكراء'],
  ])('%s, %s: %s', (language, asked, text) => {
    expect(told(text, { language, asked })).toEqual({});
  });

  test('what it is instead counts', () => {
    expect(told('eleven months, no, that is my lease, I stay eight months', { asked: 'stayMonths' })).toEqual({
      stayMonths: 8,
    });
    expect(told('14 March 2028, no, that is the 24th of March 2028', { asked: 'ehicUntil' })).toEqual({
      ehicUntil: '2028-03-24',
    });
  });
});

describe('a flat without a lease is no "no" to what a form asks', () => {
  test.each([
    ['en', 'I sleep at my aunt, no lease'],
    ['en', 'no electricity bill in my name'],
    ['fr', 'chez ma tante, pas de bail'],
    ['es', 'en casa de mi tía, sin contrato de alquiler'],
    ['it', "da mia zia, niente contratto d'affitto"],
    ['pt', 'em casa da minha tia, sem contrato de arrendamento'],
    ['de', 'bei meiner Tante, kein Mietvertrag'],
    ['zh', '住在姑姑家，没有租房合同'],
  ])('%s: %s', (language, text) => {
    expect(told(text, { language, asked: 'work' })).toEqual({});
  });

  test('without work is one', () => {
    expect(told('no job', { asked: 'work' })).toEqual({ work: 'none' });
    expect(told('sin contrato de trabajo', { language: 'es', asked: 'work' })).toEqual({ work: 'none' });
  });
});

describe('of two days it is asked which', () => {
  test.each([
    ['en', 'the 8th or the 12th of May'],
    ['en', 'until May or June'],
    ['fr', 'le 8 ou le 12 mai'],
    ['de', 'am 8. oder 12. Mai'],
    ['es', 'el 8 o el 12 de mayo'],
    ['it', 'l’8 o il 12 maggio'],
    ['pt', 'dia 8 ou 12 de maio'],
    ['ar', '8 أو 12 مايو'],
  ])('%s: %s', (language, text) => {
    const { facts, unclear } = hear(text, { language, asked: 'stayUntil' });
    expect(facts).toEqual([]);
    expect(unclear).toMatchObject([{ field: 'stayUntil', why: 'two' }]);
  });
});

describe('a yes that turns is no yes', () => {
  test.each([
    ['en', 'registered', 'yes but they turned it down'],
    ['en', 'declaredGp', 'yes but he retired'],
    ['fr', 'registered', 'oui mais le dossier est revenu'],
    ['fr', 'mutuelle', 'oui, mais je la quitte'],
    ['de', 'mutuelle', 'ja, aber die läuft gerade aus'],
    ['es', 'mutuelle', 'sí, pero la di de baja'],
    ['it', 'mutuelle', 'sì, ma è scaduta'],
    ['pt', 'mutuelle', 'sim, mas acabou'],
  ])('%s, %s: %s', (language, asked, text) => {
    const form = asked === 'registered' ? 'eligibility' : 'reimbursement';
    expect(told(text, { language, form, asked })[asked]).not.toBe(true);
  });

  test('courtesy behind it takes nothing back', () => {
    expect(told('yes, but thanks', { asked: 'registered' })).toEqual({ registered: true });
  });
});

test.each([
  ['en', 'I live in Hungary with my aunt'],
  ['fr', 'j’habite en Hongrie'],
  ['de', 'ich wohne in Ungarn'],
  ['es', 'vivo en Hungría'],
  ['it', 'abito in Ungheria'],
  ['pt', 'moro na Hungria'],
  ['ar', 'أعيش في إيطاليا'],
])('where one lives is not where one is insured: %s: %s', (language, text) => {
  expect(told(text, { language, asked: 'insuredIn' })).toEqual({});
});

test.each([
  ['en', 'three years in Europe, in France only since 5 November'],
  ['en', 'in Europe for three years, in France since 5 November'],
  ['fr', 'trois ans en Europe mais en France depuis le 5 novembre'],
])('a time in Europe is none in France: %s: %s', (language, text) => {
  expect(told(text, { language, asked: 'monthsInFrance' })).toEqual({ stayFrom: '2026-11-05' });
});

describe('whose it is', () => {
  test.each([
    ['en', 'the doctor must be about fifty, me I am twenty'],
    ['fr', 'le médecin doit avoir cinquante ans, moi j’ai 20 ans'],
    ['de', 'der Arzt war bestimmt fünfzig, ich bin 20'],
    ['es', 'el médico debe de tener cincuenta años, yo tengo 20'],
  ])('%s: %s', (language, text) => {
    expect(told(text, { language, form: 'reimbursement', asked: 'age' })).toEqual({ age: 20 });
  });

  test.each([
    ['fr', 'celle de mon amie va jusqu’en 2029'],
    ['es', 'la de mi amiga vale hasta 2029'],
    ['it', 'quella della mia amica vale fino al 2029'],
    ['de', 'die von meiner Freundin gilt bis 2029'],
    ['zh', '我妻子是日本人'],
    ['zh', '我先生是日本人，他在工作'],
  ])('of another: %s: %s', (language, text) => {
    expect(told(text, { language, asked: language === 'zh' ? null : 'ehic' })).toEqual({});
  });
});

test.each([
  ['en', 'I come from Georgia in the US', 'US'],
  ['en', 'Georgia, USA', 'US'],
  ['fr', 'de Géorgie, aux États-Unis', 'US'],
  ['en', 'Georgia', 'GE'],
  ['en', 'from Tbilisi, Georgia', 'GE'],
  ['en', 'from New Mexico', 'US'],
])('a state that is called as a country: %s: %s', (language, text, nationality) => {
  expect(told(text, { language, asked: 'nationality' })).toEqual({ nationality });
});

test.each([
  ['en', 'nationality', 'AT/TR 11'],
  ['de', 'insuredIn', 'ich habe das AT/TR 11 von der SGK'],
  ['en', 'nationality', 'Portuguese is the language I grew up with'],
  ['en', 'nationality', 'my native language is Spanish'],
  ['fr', 'nationality', 'on parle italien et arabe chez nous'],
])('no country is told: %s, %s: %s', (language, asked, text) => {
  expect(told(text, { language, asked })).toEqual({});
});

test('one age, and the next', () => {
  const asked = { form: 'reimbursement', asked: 'age' };
  expect(told('nineteen, twenty in May', asked)).toEqual({ age: 19 });
});

test.each([
  ['fr', 'licence à Pau, rien d’autre'],
  ['it', 'laurea a Pau, nient’altro'],
])('nothing else is no "not registered": %s', (language, text) => {
  expect(told(text, { language })).not.toHaveProperty('registered');
});

test('how long one works is no stay', () => {
  expect(
    told('15 heures par semaine depuis mars, toute l’année', { language: 'fr', asked: 'work' }),
  ).not.toHaveProperty('stayMonths');
});

test.each([
  ['en', 'stayFrom', 'the Tuesday after New Year', { stayFrom: '2027-01-05' }],
  ['en', 'stayUntil', 'the Friday before Christmas', { stayUntil: '2026-12-18' }],
  ['fr', 'stayFrom', 'le mardi après Pâques', { stayFrom: '2027-03-30' }],
  ['de', 'stayFrom', 'am Montag nach Ostern', { stayFrom: '2027-03-29' }],
  ['es', 'stayFrom', 'el lunes después de Navidad', { stayFrom: '2026-12-28' }],
  ['it', 'stayFrom', 'il lunedì dopo Natale', { stayFrom: '2026-12-28' }],
  ['pt', 'stayUntil', 'na última sexta-feira de maio', { stayUntil: '2027-05-28' }],
  ['en', 'stayUntil', 'the last Friday of May', { stayUntil: '2027-05-28' }],
] as const)(
  'a day of the week beside another day, or the last of a month: %s, %s: %s',
  (language, asked, text, days) => {
    expect(told(text, { language, asked })).toEqual(days);
  },
);

describe('what others think is nobody’s', () => {
  test.each([
    ['en', 'Finnish (people keep thinking I am Swedish), my card covers the entire nine months', 'FI'],
    ['fr', 'les gens croient que je suis italien, mais je suis grec', 'GR'],
    ['es', 'la gente piensa que soy argentina, pero soy uruguaya', 'UY'],
  ])('%s: %s', (language, text, nationality) => {
    expect(told(text, { language })).toMatchObject({ nationality });
  });
});

test.each([
  ['en', 'a small place where you only learn French'],
  ['fr', 'un centre privé de langue'],
  ['de', 'ein privates Sprachinstitut'],
  ['es', 'una academia privada de idiomas'],
  ['it', 'una scuola privata di lingue'],
  ['pt', 'uma escola particular de línguas'],
])('a school of nothing but a language: %s: %s', (language, text) => {
  expect(told(text, { language, asked: 'school' })).toEqual({ school: 'other' });
});

test.each([
  ['en', 'Thursday last week', '2026-11-19'],
  ['fr', 'jeudi de la semaine dernière', '2026-11-19'],
  ['ar', 'الخميس من الأسبوع الماضي', '2026-11-19'],
])('a day of last week: %s: %s', (language, text, on) => {
  expect(told(text, { language, form: 'reimbursement', asked: 'on' })).toMatchObject({ on });
});

test.each([
  ['en', 'Wednesday next week'],
  ['fr', 'mercredi de la semaine prochaine'],
  ['de', 'am Mittwoch nächster Woche'],
  ['es', 'el miércoles de la semana que viene'],
  ['it', 'mercoledì della settimana prossima'],
  ['pt', 'quarta-feira da semana que vem'],
])('a day of next week: %s: %s', (language, text) => {
  expect(told(text, { language, asked: 'stayFrom' })).toEqual({ stayFrom: '2026-12-02' });
});

describe('a visit', () => {
  const form = 'reimbursement';
  test('a day of next month without a year may be an appointment', () => {
    expect(told('my check-up is on 12 December', { form, asked: 'on' })).toEqual({});
    expect(told('I saw the GP on 12 December 2025', { form })).toMatchObject({ on: '2025-12-12' });
    expect(told('they let me out on 12 December', { form, asked: 'until' })).toEqual({});
  });

  test('of a child that was seen, the age of who writes is not asked for', () => {
    expect(told('My small boy saw the GP on 3 November. I am 36.', { form })).toEqual({});
    expect(told('I saw the GP on 3 November. I am 36.', { form })).toMatchObject({ age: 36 });
  });
});

test.each([
  ['en', 'about', 'the document that shows I am covered', { about: 'certificate' }],
  ['fr', 'about', 'le papier qui prouve que je suis couvert', { about: 'certificate' }],
  ['en', 'about', 'the thing that you send by post, is it late', {}],
])('what a deadline is about: %s, %s: %s', (language, asked, text, facts) => {
  expect(told(text, { language, form: 'deadline', asked })).toEqual(facts);
});

test.each([
  ['en', 'I am Tunisian, here for six weeks now', { nationality: 'TN', monthsInFrance: 1.38 }],
  ['en', 'the training agreement says 5 months, the stay as a whole is 8', { stayMonths: 8 }],
])('%s: %s', (language, text, facts) => {
  expect(told(text, { language, asked: 'stayMonths' })).toEqual(facts);
});

test.each([
  ['en', 'my SE-401-Q form was never issued'],
  ['fr', 'mon formulaire SE-401-Q n’a pas été signé'],
])('what was not issued is not there: %s: %s', (language, text) => {
  expect(told(text, { language })).toMatchObject({ quebecForm: false });
});

describe('an article puts nothing right', () => {
  test('in a sentence that is spoken', () => {
    const text = 'alors euh je suis tunisien j’ai vingt-trois ans euh je suis dans une école';
    expect(told(text, { language: 'fr' })).toMatchObject({ nationality: 'TN', age: 23 });
  });

  test('a number does', () => {
    expect(told('I am 23, uh, well, 24', { asked: 'age' })).not.toMatchObject({ age: 23 });
  });
});

test.each([
  ['fr', 'je pars de France le 9 mars 2027'],
  ['es', 'me marcho de Francia el 9 de marzo de 2027'],
  ['it', 'parto dalla Francia il 9 marzo 2027'],
  ['pt', 'saio de França a 9 de março de 2027'],
  ['de', 'ich verlasse Frankreich am 9. März 2027'],
])('who leaves France says until when: %s: %s', (language, text) => {
  expect(told(text, { language })).toEqual({ stayUntil: '2027-03-09' });
});

test.each([
  ['en', 'the paper? we never signed anything', false],
  ['fr', 'on n’a rien rempli', false],
  ['de', 'wir haben nichts unterschrieben', false],
  ['es', 'no firmamos nada', false],
  ['it', 'non abbiamo firmato niente', false],
  ['pt', 'não assinámos nada', false],
  ['en', 'filled out the form together', true],
])('what was signed with a doctor: %s: %s', (language, text, declaredGp) => {
  expect(told(text, { language, form: 'reimbursement', asked: 'declaredGp' })).toEqual({ declaredGp });
});
