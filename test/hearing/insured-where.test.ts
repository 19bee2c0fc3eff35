import { describe, expect, test } from 'vitest';
import { told } from './ears.ts';

const nos = [
  ['en', 'no'],
  ['fr', 'non'],
  ['de', 'nein'],
  ['es', 'no'],
  ['it', 'no'],
  ['pt', 'não'],
  ['zh', '没有'],
  ['ar', 'لا'],
] as const;

describe('no to "in which country are you insured?"', () => {
  test.each(nos)('names no country, %s: %s', (language, text) => {
    expect(told(text, { language, asked: 'insuredIn', told: { nationality: 'CU' } })).toEqual({});
  });

  test.each(nos)('is not Quebec where a Canadian was asked, %s: %s', (language, text) => {
    expect(told(text, { language, asked: 'insuredIn', told: { nationality: 'CA' } })).toEqual({ insuredIn: 'CA' });
  });
});

describe('who lives in a country and has a European card is insured there, if nothing else is said', () => {
  test.each([
    ['en', 'I am Peruvian, living in Italy, with an EHIC', 'IT'],
    ['fr', 'je suis péruvienne, je vis au Portugal et j’ai la CEAM', 'PT'],
    ['de', 'ich bin Peruanerin, lebe in Italien und habe eine EHIC', 'IT'],
    ['es', 'soy peruana, resido en italia y tengo la TSE', 'IT'],
    ['it', 'sono peruviana, abito in Spagna e ho la TEAM', 'ES'],
    ['pt', 'sou peruana, moro em Itália e tenho o CESD', 'IT'],
    ['zh', '我是秘鲁人，住在意大利，有欧盟医保卡', 'IT'],
    ['ar', 'أنا من بيرو وأعيش في إيطاليا وعندي البطاقة الأوروبية', 'IT'],
  ])('%s: %s', (language, text, insuredIn) => {
    expect(told(text, { language })).toMatchObject({ insuredIn });
  });

  test('the card may be told before', () => {
    expect(told('vivo en italia', { language: 'es', told: { ehic: 'full' } })).toMatchObject({ insuredIn: 'IT' });
  });

  test.each([
    ['en', 'I am Peruvian and live in Italy'],
    ['en', 'my sister lives in Italy and I have an EHIC'],
    ['en', 'I lived in Italy and I have an EHIC'],
    ['fr', 'je vis à Lyon et j’ai la CEAM'],
    ['de', 'ich lebe in Italien und habe keine EHIC'],
    ['es', 'no vivo en italia, y tengo la TSE'],
    ['it', 'il mio ragazzo abita in Spagna e io ho la TEAM'],
    ['pt', 'moro em Lyon e tenho o CESD'],
  ])('not %s: %s', (language, text) => {
    expect(told(text, { language })).not.toHaveProperty('insuredIn');
  });

  test('where one is said to be insured counts more', () => {
    expect(told('I live in Spain, am insured in Italy and have an EHIC')).toMatchObject({ insuredIn: 'IT' });
  });
});
