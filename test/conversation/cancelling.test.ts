import { describe, expect, test } from 'vitest';
import { oneAfterTheOther, talk } from './talk.ts';

describe('what is cancelled is what was spoken of', () => {
  test.each([
    ['en', 'how much does a mutuelle cost', 'and how can I cancel it?', 'mutuelle-cancel'],
    ['en', 'what is the RC', 'can it be cancelled', 'offer-cancel'],
    ['en', 'price of the medical insurance for two months', 'could I cancel it', 'offer-cancel'],
    ['fr', 'la mutuelle est-elle obligatoire', 'donc je peux la résilier ?', 'mutuelle-cancel'],
    ['de', 'lohnt sich eine mutuelle', 'und kann ich die kündigen?', 'mutuelle-cancel'],
    ['es', 'dónde contrato una mutuelle', '¿y puedo darme de baja?', 'mutuelle-cancel'],
    ['it', 'quanto costa una mutuelle', 'e posso disdirla?', 'mutuelle-cancel'],
    ['pt', 'preciso de uma mutuelle?', 'e como cancelo?', 'mutuelle-cancel'],
    ['zh', 'mutuelle多少钱', '可以取消吗？', 'mutuelle-cancel'],
    ['ar', 'كم تكلف mutuelle', 'كيف ألغيها؟', 'mutuelle-cancel'],
  ])('%s: %s, “%s”', async (locale, question, asked, intent) => {
    const [, turn] = await oneAfterTheOther(locale, question, asked);
    expect(turn.trace.intent).toBe(intent);
  });

  test('where nothing was spoken of it is asked what', async () => {
    await talk([['so I can cancel it?', { decision: 'clarify', offers: ['Cancelling a mutuelle'] }]]);
  });
});
