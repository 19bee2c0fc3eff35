import { describe, expect, test } from 'vitest';
import { oneAfterTheOther } from './talk.ts';

describe('what it covers is the topic near the last that says so, or the last answer whole', () => {
  test.each([
    [
      'en',
      'what is the complémentaire santé solidaire',
      'and what does that include',
      'complementaire-sante-solidaire',
    ],
    ['en', 'price of the medical insurance for a month', 'what is in it?', 'tranquillite-covers'],
    ['en', 'what does a visit to a GP cost', "so what's covered", 'gp-refund'],
    ['fr', 'combien coûte une hospitalisation', "et qu'est-ce qui est inclus", 'hospital-stay-cost'],
    ['fr', "qu'est-ce que la carte européenne", 'elle couvre quoi exactement ?', 'ehic-what-covered'],
    ['de', 'was ist eine mutuelle', 'und was umfasst das?', 'mutuelle-pays'],
    ['es', 'qué es la RC', '¿y qué cubre eso?', 'rc-what'],
    ['it', 'quanto costa il dentista', 'cosa è compreso?', 'dental-care'],
    ['pt', 'o que é a mutuelle', 'e o que abrange?', 'mutuelle-pays'],
    ['zh', '住院要花多少钱', '都包含什么？', 'hospital-stay-cost'],
    ['ar', 'ما هي البطاقة الأوروبية', 'وماذا تشمل؟', 'ehic-what-covered'],
  ])('%s: %s, “%s”', async (locale, question, asked, intent) => {
    const [, turn] = await oneAfterTheOther(locale, question, asked);
    expect(turn.trace.intent).toBe(intent);
  });

  test('of what covers nothing it says so, and names no insurance', async () => {
    const [, turn] = await oneAfterTheOther('en', 'I lost my carte vitale', 'what does that cover?');
    expect(turn.trace.decision).toBe('clarify');
  });
});
