import { describe, expect, test } from 'vitest';
import { oneAfterTheOther, talk } from './talk.ts';

describe('an age told after an answer is of that answer', () => {
  test.each([
    ['en', 'price of the dentist', "I'm 31, is it the same?", 'dental-care', '24 years'],
    ['en', 'can I see a psychiatrist directly', 'what if I am over 27', 'psychiatrist', '25 years'],
    ['fr', 'la contraception est gratuite', 'et pour les plus de 27 ans ?', 'contraception-abortion', '26 ans'],
    ['de', 'was kostet der zahnarzt', 'und mit über 27 Jahren?', 'dental-care', '24 Jahre'],
    ['es', 'cuánto cuesta el dentista', '¿y después de los 27 años?', 'dental-care', '24 años'],
    ['it', 'quanto costa il dentista', 'ho 31 anni, è lo stesso?', 'dental-care', '24 anni'],
    ['pt', 'a contraceção é gratuita', 'tenho 31 anos, é igual?', 'contraception-abortion', '26 anos'],
    ['zh', '看牙多少钱', '我31岁，也一样吗？', 'dental-care', '24岁'],
    ['ar', 'كم تكلفة طبيب الأسنان', 'عمري 31 سنة، نفس الشيء؟', 'dental-care', '24'],
  ])('%s: %s, “%s”', async (locale, question, told, intent, reads) => {
    const [, turn] = await oneAfterTheOther(locale, question, told);
    expect(turn.trace.intent).toBe(intent);
    expect(turn.trace.listener).toBe('age-told');
    expect(turn.replies.map(({ text }) => text).join('\n')).toContain(reads);
  });

  test.each([
    ['en', 'I lost my carte vitale', 'and over 29 years?'],
    ['fr', "j'ai perdu ma carte vitale", "et si j'ai 29 ans ?"],
  ])('%s: an answer that names none says so', async (locale, question, told) => {
    const [, turn] = await oneAfterTheOther(locale, question, told);
    expect(turn.trace.decision).toBe('clarify');
    expect(turn.trace.listener).toBe('age-told');
  });

  test('of registering it is the limit', async () => {
    await talk([
      ['when must I register', { intent: 'when-to-register' }],
      ['and if I am over 33?', { intent: 'age-limit' }],
    ]);
  });

  test('with nothing spoken of, or a price, it is none', async () => {
    await talk([["I'm 33, too old to register?", { intent: 'age-limit' }]]);
    await talk([
      ['what is the RC', { intent: 'rc-what' }],
      ['and if it costs more than 40 euros?', { listener: 'pronoun' }],
    ]);
  });
});
