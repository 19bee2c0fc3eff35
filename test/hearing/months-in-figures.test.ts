import { expect, test } from 'vitest';
import { told } from './ears.ts';

test.each([
  ['en', 'my EHIC is valid until 2027-05'],
  ['en', 'EHIC good until 05-2027'],
  ['fr', 'ma CEAM est valable jusqu’au 2027/05'],
  ['fr', 'CEAM valable jusqu’en 05.2027'],
  ['de', 'meine EHIC gilt bis 2027/05'],
  ['de', 'EHIC gültig bis 05.2027'],
  ['es', 'mi TSE vale hasta 2027/05'],
  ['es', 'tengo la TSE hasta 5-2027'],
  ['it', 'la mia TEAM scade 05-2027'],
  ['it', 'TEAM valida fino al 2027-5'],
  ['pt', 'o meu CESD é válido até 2027-05'],
  ['pt', 'CESD válido até 05.2027'],
  ['zh', '我的欧盟卡有效期到2027-05'],
  ['zh', '欧盟医保卡到2027/5'],
  ['ar', 'بطاقتي الأوروبية صالحة حتى 2027-05'],
  ['ar', 'البطاقة الأوروبية لحد 05-2027'],
])('a card ends with the month that is told in figures, %s: %s', (language, text) => {
  expect(told(text, { language })).toMatchObject({ ehicUntil: '2027-05-31' });
});

test.each(['en', 'fr', 'de', 'es', 'it', 'pt', 'zh', 'ar'])('asked until when, %s', (language) => {
  expect(told('2027-06', { language, asked: 'stayUntil' })).toEqual({ stayUntil: '2027-06-30' });
  expect(told('06-2027', { language, asked: 'stayUntil' })).toEqual({ stayUntil: '2027-06-30' });
});

test('from one month in figures to another', () => {
  expect(told('I stay from 2026-09 to 2027-06')).toEqual({ stayFrom: '2026-09-01', stayUntil: '2027-06-30' });
});

test.each(['my EHIC is for the academic year 2026-27', 'the exchange is for 2026-2027', 'my EHIC number is 112027-05'])(
  'no month: %s',
  (text) => {
    expect(told(text)).not.toHaveProperty('ehicUntil');
    expect(told(text)).not.toHaveProperty('stayUntil');
  },
);
