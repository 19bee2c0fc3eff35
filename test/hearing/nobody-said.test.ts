import { describe, expect, test } from 'vitest';
import { hear, told } from './ears.ts';

describe('What nobody said is told by nobody', () => {
  test.each([
    ['en', 'I never claimed that I have a job'],
    ['en', 'I did not say that I stay for 8 months'],
    ['en', 'who told you that i am Turkish?'],
    ['fr', "je n'ai jamais prétendu que je restais 8 mois"],
    ['fr', "qui a dit que j'étais turque ?"],
    ['es', 'nunca he dicho que me quedo 8 meses'],
    ['it', 'non ho mai detto che sono turca'],
    ['pt', 'eu nunca disse que fico 8 meses'],
    ['de', 'ich habe nie gesagt, dass ich einen Job habe'],
    ['de', 'ich habe nicht behauptet, dass ich Türkin bin'],
    ['zh', '我从来没说过我是土耳其人'],
    ['ar', 'لم أقل إنني تركية'],
  ])('%s: %s', (language, text) => {
    expect(told(text, { language })).toEqual({});
  });

  test('"but" and a new sentence tell again', () => {
    expect(told('I never said that I am Turkish but I am Greek')).toEqual({ nationality: 'GR' });
    expect(told('ich habe nie gesagt, dass ich Türkin bin. Ich bin Griechin.', { language: 'de' })).toEqual({
      nationality: 'GR',
    });
  });

  test('it answers what was asked, and nothing else', () => {
    expect(told('I never said I work', { asked: 'work' })).toEqual({ work: 'none' });
    expect(told('ich habe nicht gesagt, dass ich Türkin bin', { language: 'de', asked: 'work' })).toEqual({});
  });
});

describe('Money handed over, and what came back', () => {
  test.each([
    ['en', 'gave the doctor 40, got 15 back'],
    ['en', 'I paid with a 40 note and the change was 15'],
    ['fr', "j'ai donné 40 euros au médecin et on m'a rendu 15"],
    ['es', 'le di 40 y me devolvieron 15'],
    ['it', 'ho dato 40 euro e mi hanno ridato 15'],
    ['pt', 'dei 40 e devolveram-me 15'],
    ['de', 'ich habe 40 gegeben und 15 zurückbekommen'],
    ['zh', '我给了医生40欧，找了15欧'],
    ['ar', 'أعطيت الطبيب 40 يورو وأعاد لي 15'],
  ])('%s: %s', (language, text) => {
    for (const asked of [null, 'charged'])
      expect(told(text, { language, form: 'reimbursement', asked })).toMatchObject({ charged: '25.00' });
  });

  test('paid and back may be a refund: it is asked which', () => {
    const { facts, unclear } = hear('I paid 40 and got 15 back', { form: 'reimbursement', asked: 'charged' });
    expect(facts).toEqual([]);
    expect(unclear.flatMap(({ readings }) => readings.map(({ value }) => value))).toEqual(['25.00', '40.00']);
  });

  test('what the mutuelle gave back is no change', () => {
    const text = 'I paid 40 euros and got 15 back from my mutuelle';
    expect(told(text, { form: 'reimbursement', asked: 'charged' })).toMatchObject({ charged: '40.00' });
  });
});
