import { describe, expect, test } from 'vitest';
import { told } from './ears.ts';

describe('the month in which a job begins is no start of the stay', () => {
  test.each([
    ['pt', 'a partir de janeiro trabalho numa padaria'],
    ['pt', 'a partir de fevereiro vou ter um part-time'],
    ['pt', 'a partir de março tenho um trabalho'],
    ['fr', 'à partir de janvier je bosse dans un bar'],
    ['fr', 'à partir de février j’ai un petit boulot'],
    ['en', 'from February I work in a bakery'],
    ['de', 'ab Februar arbeite ich in einer Bäckerei'],
    ['es', 'a partir de febrero trabajo en una panadería'],
    ['it', 'a partire da febbraio lavoro in un bar'],
  ])('%s: %s', (language, text) => {
    const facts = told(text, { language });
    expect(facts).not.toHaveProperty('stayFrom');
    expect(facts).not.toHaveProperty('monthsInFrance');
  });

  test.each([
    ['pt', 'fico em Lyon a partir de fevereiro'],
    ['fr', 'je suis à Lyon à partir de février'],
    ['en', 'I am in Lyon from February'],
  ])('that of the stay is, %s: %s', (language, text) => {
    expect(told(text, { language })).toMatchObject({ stayFrom: '2027-02-01' });
  });
});

describe('Egyptian "what do I do?" is no work, and a slip of the pen no "no"', () => {
  test.each([
    'أعمل إيه',
    'طيب اعمل ايه دلوقتي',
    'ايه اللي اعمله',
    'اعمل ايه عشان اخد الرقم',
    'شو أعمل هلأ',
    'كتبت خطأ آسف',
    'معلش كتبت غلط',
    'غلط في الكتابة',
  ])('%s', (text) => {
    for (const asked of [null, 'work', 'registered']) expect(told(text, { language: 'ar', asked })).toEqual({});
  });

  test.each([
    ['أعمل في مطعم', { work: 'minor' }],
    ['اشتغل في كافيه', { work: 'minor' }],
    ['لا أعمل', { work: 'none' }],
  ])('who works does: %s', (text, facts) => {
    expect(told(text, { language: 'ar', asked: 'work' })).toMatchObject(facts);
  });

  test('a no behind the slip is one', () => {
    expect(told('كتبت غلط، لا', { language: 'ar', asked: 'registered' })).toEqual({ registered: false });
  });
});

describe('Chinese months of arrival', () => {
  test.each([
    ['10月到的', '2026-10-01'],
    ['十月来的', '2026-10-01'],
    ['我八月份到的法国', '2026-08-01'],
    ['七月份过来的', '2026-07-01'],
    ['我8月来的法国', '2026-08-01'],
    ['8月份来的里昂', '2026-08-01'],
  ])('%s', (text, stayFrom) => {
    for (const asked of [null, 'monthsInFrance'])
      expect(told(text, { language: 'zh', asked })).toMatchObject({ stayFrom });
  });

  test.each(['我朋友十月来的', '我妈妈十月到的'])('of another: %s', (text) => {
    expect(told(text, { language: 'zh' })).toEqual({});
  });
});
