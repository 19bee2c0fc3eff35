import { describe, expect, test } from 'vitest';
import { freshState } from '../../src/conversation/state.ts';
import { incoming, oneAfterTheOther, takeTurn } from './talk.ts';

describe('who wants what the desk sells', () => {
  test.each([
    ['en', 'I need RC and the medical cover'],
    ['fr', 'je souhaite la RC et la médicale'],
    ['de', 'ich brauche RC und die Krankenversicherung von Ihnen'],
    ['es', 'necesito la RC y el seguro médico'],
    ['it', 'mi serve la RC e l’assicurazione medica'],
    ['pt', 'preciso da RC e do seguro médico'],
    ['zh', '我想要RC和医疗险'],
    ['ar', 'أحتاج إلى RC والتأمين الطبي'],
  ])('gets the quote (%s): %s', async (locale, text) => {
    const { trace } = await takeTurn(incoming(text, 0, { locale }), freshState);
    expect(trace).toMatchObject({ decision: 'dialog', intent: 'quote', asking: 'term' });
  });
});

describe('whether it can be cancelled', () => {
  test.each([
    ['en', 'I want to buy the medical insurance for one month', 'can I cancel?'],
    ['fr', "je veux acheter l'assurance médicale un mois", 'est-ce que je peux annuler ?'],
  ])('is a question about what was bought (%s)', async (locale, first, second) => {
    const [, { trace }] = await oneAfterTheOther(locale, first, second);
    expect(trace.intent).toBe('offer-cancel');
  });

  test('stays an order while something is open', async () => {
    const [, { trace }] = await oneAfterTheOther('en', 'check my situation', 'can I cancel');
    expect(trace.decision).toBe('command');
  });
});
