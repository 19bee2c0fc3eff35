import { describe, expect, test } from 'vitest';
import { freshState } from '../../src/conversation/state.ts';
import { incoming, oneAfterTheOther, takeTurn } from './talk.ts';

// Who says who they are, and no more, gets the check: whatever was spoken of, and however near a topic is.
const afterAnAnswer: readonly (readonly [string, string, string])[] = [
  ['en', 'How much does a visit to a doctor cost?', "I'm Norwegian"],
  ['en', 'How long does the final number take?', 'i am from Ghana'],
  ['en', 'Is a mutuelle worth it?', 'I come from Chile'],
  ['fr', 'Combien coûte une consultation chez le médecin ?', 'je suis libanaise'],
  ['fr', 'Quel est le délai pour la carte Vitale ?', 'je viens du Cameroun'],
  ['es', '¿Cuánto cuesta el médico?', 'soy de Bolivia'],
  ['de', 'Was kostet ein Arztbesuch?', 'ich komme aus Ghana'],
  ['it', 'Quanto costa il medico?', 'sono norvegese'],
  ['pt', 'Quanto custa o médico?', 'sou angolana'],
  ['zh', '看医生多少钱？', '我是越南人'],
];

describe('who one is', () => {
  test.each(afterAnAnswer)('%s, after “%s”: %s', async (locale, asked, told) => {
    const [, { trace }] = await oneAfterTheOther(locale, asked, told);
    expect(trace).toMatchObject({ decision: 'dialog', intent: 'eligibility' });
    expect(trace.facts?.map(({ field }) => field)).toEqual(['nationality']);
  });

  test.each(['i am from Ghana', "I'm Norwegian", 'i am 24', 'I come from Chile'])('first of all: %s', async (told) => {
    const { trace } = await takeTurn(incoming(told, 0), freshState);
    expect(trace).toMatchObject({ decision: 'dialog', intent: 'eligibility' });
  });

  test.each([
    'I love Norwegian food',
    'my bank is Norwegian',
    "I'm a Norwegian teacher",
    'i speak Norwegian',
    'my girlfriend is Norwegian',
  ])('not of themselves: %s', async (told) => {
    const { trace } = await takeTurn(incoming(told, 0), freshState);
    expect(trace.intent).not.toBe('eligibility');
  });
});
