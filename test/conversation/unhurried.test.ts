import { describe, expect, test } from 'vitest';
import { oneAfterTheOther } from './talk.ts';

const first: Readonly<Record<string, string>> = {
  en: 'how do I register',
  fr: "comment m'inscrire",
  de: 'wie melde ich mich an',
  es: 'cómo me inscribo',
  it: 'come mi registro',
  pt: 'como me inscrevo',
  zh: '怎么注册',
  ar: 'كيف أسجل',
};

describe('how little haste there is', () => {
  test.each([
    ['en', "it's not an emergency, thanks"],
    ['en', 'ok no rush'],
    ['fr', 'ok, ça peut attendre'],
    ['fr', "il n'y a pas d'urgence"],
    ['de', 'kein Notfall'],
    ['es', 'gracias, no corre prisa'],
    ['it', 'grazie, senza fretta'],
    ['pt', 'obrigada, sem pressa'],
    ['zh', '没那么急'],
    ['ar', 'الأمر ليس عاجلا'],
  ])('is no emergency (%s): %s', async (language, text) => {
    const [, turn] = await oneAfterTheOther(language, first[language] ?? '', text);
    expect(turn.trace).toMatchObject({ decision: 'smalltalk', intent: null });
  });

  test.each([
    ['en', 'is it not urgent?'],
    ['en', 'urgent'],
    ['fr', "c'est urgent"],
  ])('nothing else says so (%s): %s', async (language, text) => {
    const [, turn] = await oneAfterTheOther(language, first[language] ?? '', text);
    expect(turn.trace.listener).not.toBe('unhurried');
  });
});
