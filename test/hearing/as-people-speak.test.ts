import { describe, expect, test } from 'vitest';
import { hear, told } from './ears.ts';

const form = 'reimbursement';

describe('A card that was lost may be another than the European one', () => {
  test.each([
    ['en', 'my card got lost, I lost my card', 'I lost my EHIC'],
    ['fr', "j'ai oublié ma carte à la maison", "j'ai perdu ma carte européenne"],
    ['es', 'he perdido la tarjeta', 'he perdido mi tarjeta sanitaria europea'],
    ['it', 'ho perso la tessera', 'ho perso la tessera europea'],
    ['pt', 'perdi o meu cartão', 'perdi o meu cartão europeu'],
    ['de', 'ich habe meine Karte verloren', 'ich habe meine EHIC verloren'],
    ['zh', '我的卡丢了', '我的欧盟医疗卡丢了'],
    ['ar', 'ضاعت البطاقة', 'فقدت بطاقتي الأوروبية'],
  ])('%s: %s', (language, lost, european) => {
    expect(told(lost, { language })).toEqual({});
    expect(told(lost, { language, asked: 'ehic' })).toEqual({ ehic: 'none' });
    expect(told(european, { language })).toEqual({ ehic: 'none' });
  });

  test('of one that was told before it is the card', () => {
    expect(told('I lost my card', { told: { ehic: 'full' } })).toEqual({ ehic: 'none' });
  });
});

describe('What may be lost is neither there nor gone', () => {
  test.each([
    ['en', 'what happens if I lose my job', 'I lost my job'],
    ['en', 'I am afraid to lose my job', 'I quit my job'],
    ['fr', 'si je perds mon boulot', "j'ai perdu mon travail"],
    ['es', 'y si pierdo el empleo', 'perdí el empleo'],
    ['it', 'se perdo il lavoro', 'ho perso il lavoro'],
    ['pt', 'se eu perder o emprego', 'perdi o emprego'],
    ['de', 'wenn ich meine Stelle verliere', 'ich habe meine Stelle verloren'],
    ['zh', '如果我失去工作', '我丢了工作'],
    ['ar', 'إذا خسرت شغلي', 'خسرت شغلي'],
  ])('%s: %s', (language, feared, gone) => {
    expect(told(feared, { language })).toEqual({});
    expect(told(gone, { language })).toEqual({ work: 'none' });
  });
});

describe('A mark is no age', () => {
  test.each([
    ['en', 'I got 17 in physics'],
    ['en', 'my grade was 16'],
    ['fr', "j'ai eu 17 en physique"],
    ['es', 'saqué un 17 en historia'],
    ['it', 'ho preso 27 in diritto'],
    ['pt', 'tirei 17 em história'],
    ['de', 'ich habe 17 Punkte in Physik'],
    ['zh', '我考了17分'],
    ['ar', 'حصلت على 17 في الفيزياء'],
  ])('%s: %s', (language, text) => {
    expect(told(text, { language, asked: 'age' })).toEqual({});
  });

  test('an age beside it is one', () => {
    expect(told('21, and I got 17 in physics', { asked: 'age' })).toEqual({ age: 21 });
  });
});

describe('A day of every week is no day', () => {
  test.each([
    ['en', 'I see my GP every Tuesday'],
    ['fr', 'je vois mon généraliste chaque mardi'],
    ['es', 'veo a mi médico de cabecera todos los martes'],
    ['it', 'vedo il mio medico di base ogni martedì'],
    ['pt', 'vejo o meu médico de família todas as terças-feiras'],
    ['de', 'ich gehe jeden Dienstag zum Hausarzt'],
    ['zh', '我每个星期二看全科医生'],
    ['ar', 'أزور طبيبي العام كل ثلاثاء'],
  ])('%s: %s', (language, text) => {
    expect(told(text, { language, form })).not.toHaveProperty('on');
  });

  test('nor is the verb "sat"', () => {
    expect(told('I sat next to the GP for an hour', { form })).not.toHaveProperty('on');
    expect(told('saw the GP on sat, 26 euros', { form })).toMatchObject({ on: '2026-11-21' });
  });
});

describe('Whose facts they are', () => {
  test('written for a daughter or a son, who is the student', () => {
    const text =
      'I am asking on behalf of my son, 20, a Maltese national. He stays 5 months. I am 51 and live in Malta.';
    expect(told(text)).toEqual({ nationality: 'MT', age: 20, stayMonths: 5 });
  });

  test('the patient is whom the visit was for', () => {
    expect(told('the patient was my daughter, she is 17', { form, asked: 'age' })).toEqual({ age: 17 });
  });

  test('of two days the own one counts, not the birthday', () => {
    const deadline = { form: 'deadline', asked: 'from' };
    expect(told('my cousin paid on 3 November, I paid on the 19th of November', deadline)).toEqual({
      from: '2026-11-19',
    });
    expect(told('my birthday is on 9 December', deadline)).toEqual({});
  });
});

describe('A question back answers nothing', () => {
  test.each([
    ['en', 'can you explain to me why 3 months?'],
    ['fr', 'vous pouvez me dire pourquoi 3 mois ?'],
    ['es', '¿me puede explicar por qué 3 meses?'],
    ['pt', 'pode me dizer por que 3 meses?'],
    ['de', 'können Sie mir erklären, warum 3 Monate?'],
    ['zh', '为什么是3个月？'],
    ['ar', 'لماذا 3 أشهر؟'],
  ])('%s: %s', (language, text) => {
    expect(told(text, { language, asked: 'stayMonths' })).toEqual({});
  });
});

describe('Corrections and contrasts', () => {
  test.each([
    ['sector', 'Sector 1, sorry, wait, it is 2', { sector: '2' }],
    ['declaredGp', 'No, my own doctor is on holiday, it was another one', { declaredGp: false }],
    ['on', 'I called on 4 November and went there on the 18th', { on: '2026-11-18' }],
    ['charged', 'twenty twenty-five euros', {}],
    ['charged', 'of the 40 I paid', { charged: '40.00' }],
  ])('%s: %s', (asked, text, facts) => {
    expect(told(text, { form, asked })).toEqual(facts);
  });

  test.each([
    [null, 'covered in Alberta, nothing to do with Quebec', { insuredIn: 'CA' }],
    ['monthsInFrance', 'three so far', { monthsInFrance: 3 }],
    ['age', 'I told you 23 but I am 24', { age: 24 }],
    ['age', 'turned 26 last month', { age: 26 }],
    ['s1', 'no, and my passport is Georgian', { s1: false, nationality: 'GE' }],
    ['registered', 'no job neither', { work: 'none' }],
    [null, 'two semesters in Pau starting 11 January', { stayMonths: 10, stayFrom: '2027-01-11' }],
    [null, 'my contract is 9 months starting in January', {}],
  ])('%s: %s', (asked, text, facts) => {
    expect(told(text, { asked })).toEqual(facts);
  });

  test('a bare number over a year is not sure to be months', () => {
    expect(hear('23', { asked: 'stayMonths' }).facts).toMatchObject([{ field: 'stayMonths', value: 23, cue: 'weak' }]);
    expect(hear('8', { asked: 'stayMonths' }).facts).toMatchObject([{ field: 'stayMonths', value: 8, cue: 'asked' }]);
  });
});

describe('A quote is put right', () => {
  const both = { items: [{ product: 'tranquillite' }, { product: 'rc' }] };

  test.each([
    ['en', 'no only the medical one'],
    ['en', 'just the medical insurance'],
    ['es', 'no, solo la tranquillité'],
    ['it', 'no solo la tranquillité'],
    ['pt', 'não só a tranquillité'],
    ['de', 'nein nur die tranquillité'],
    ['zh', '不，只要医疗保险'],
  ])('%s: %s', (language, text) => {
    expect(told(text, { language, form: 'quote', told: both })).toEqual({ items: [{ product: 'tranquillite' }] });
  });

  test('single months are one month so often', () => {
    expect(told('three separate months of medical insurance', { form: 'quote' })).toEqual({
      items: [{ product: 'tranquillite', term: 'P1M', times: 3 }],
    });
  });
});

describe('Words that are like a fact', () => {
  test.each([
    [null, 'I grew up on an island and now I am in an M2', { school: 'higher-education' }],
    ['nationality', 'from a tiny island', {}],
    ['nationality', 'from a tiny island, Malta', { nationality: 'MT' }],
    [null, 'my S1 comes from Finland', { s1: true, insuredIn: 'FI' }],
    ['insuredIn', 'Manitoba, it has nothing to do with Quebec', { insuredIn: 'CA' }],
    ['nationality', 'I only reached France last week', {}],
  ])('%s: %s', (asked, text, facts) => {
    expect(told(text, { asked })).toEqual(facts);
  });

  test.each([
    ['work', 'my family pays for me', { work: 'none' }],
    ['work', 'my sister works on weekends', {}],
    ['registered', 'I doubt it', { registered: false }],
    ['registered', 'I believe so', { registered: 'unknown' }],
    ['registered', 'still have to do that', { registered: false }],
    [null, 'I belong to the French health system', { registered: true }],
    [null, 'doing three evenings a week at a pub, I get paid for 9 hours', { work: 'minor' }],
  ])('%s: %s', (asked, text, facts) => {
    expect(told(text, { asked })).toEqual(facts);
  });

  test('a price with a day right behind it', () => {
    expect(told('paid my GP 28 yesterday', { form })).toMatchObject({ charged: '28.00', on: '2026-11-27' });
  });
});

describe('A question about the refund names the visit', () => {
  test.each([
    ['en', 'what do I get back at my GP?'],
    ['fr', 'combien on me rend chez le généraliste ?'],
  ])('%s: %s', (language, text) => {
    expect(told(text, { language, form })).toEqual({ act: 'gp' });
    expect(told(text, { language, form, asked: 'age' })).toEqual({});
  });
});

describe('A product that is taken out again is not ordered', () => {
  test.each([
    ['en', 'civil liability and medical for one month, and drop the civil liability'],
    ['fr', 'la RC et un mois de tranquillité, et retirez la RC'],
    ['es', 'la responsabilidad civil y un mes de tranquillité, y quite la responsabilidad civil'],
    ['it', 'la responsabilità civile e un mese di tranquillité, e tolga la responsabilità civile'],
    ['pt', 'a responsabilidade civil e um mês de tranquillité, e retire a responsabilidade civil'],
    ['de', 'die Haftpflicht und einen Monat tranquillité, und streichen Sie die Haftpflicht'],
  ])('%s: %s', (language, text) => {
    expect(told(text, { language, form: 'quote' })).toEqual({ items: [{ product: 'tranquillite', term: 'P1M' }] });
  });

  test('what is wanted again after all is', () => {
    expect(told('no RC. well, the RC as well', { form: 'quote' })).toEqual({ items: [{ product: 'rc' }] });
  });
});

test('the day since when a doctor is declared is no day of a visit', () => {
  const said = told('yes, declared since 5 May', { form, asked: 'declaredGp' });
  expect(said).toEqual({ declaredGp: true });
});
