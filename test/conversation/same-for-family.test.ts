import { describe, expect, test } from 'vitest';
import { oneAfterTheOther } from './talk.ts';

describe('whether an answer holds for the family is how they are insured, with the last topic among the choices', () => {
  test.each([
    ['en', 'price of the dentist', 'does that apply to my husband too?', 'Dental'],
    ['fr', 'combien coûte le dentiste', 'et pour mes enfants, pareil ?', 'dent'],
    ['fr', 'la contraception est gratuite', 'est-ce la même chose pour mon épouse ?', 'Contraception'],
    ['de', 'was kostet der zahnarzt', 'ist das für meinen Mann auch gleich?', 'Zahn'],
    ['es', 'cuánto cuesta el dentista', '¿vale también para mi marido?', 'ent'],
    ['it', 'quanto costa il dentista', 'vale anche per mia moglie?', 'ent'],
    ['pt', 'quanto custa o dentista', 'é igual para o meu marido?', 'ent'],
    ['zh', '看牙多少钱', '我太太也一样吗？', '牙'],
    ['ar', 'كم تكلفة طبيب الأسنان', 'هل هو نفس الشيء لزوجتي؟', 'سنان'],
  ])('%s: %s, “%s”', async (locale, question, asked, topic) => {
    const [, turn] = await oneAfterTheOther(locale, question, asked);
    expect(turn.trace.intent).toBe('family-members');
    expect(turn.trace.listener).toBe('same-for-family');
    expect(turn.replies.flatMap(({ choices }) => choices).map(({ label }) => label)[0]).toContain(topic);
  });
});
