import { describe, expect, test } from 'vitest';
import { oneAfterTheOther, readText } from './talk.ts';
import { scripts } from './scripts.ts';

describe('who is not understood after words of danger is not refused', () => {
  test.each([
    ['en', 'he fell from his bike and does not wake up', 'blorb the thing over there', 'A person can help you', '15'],
    ['en', 'I want to end my life', 'and the wobbly thing', 'A person can help you', '3114'],
    ['fr', 'mon père ne respire plus', 'et la chaise violette alors', 'Une personne peut vous aider', '15'],
    ['es', 'me sangra mucho la cabeza', 'el coso ese de allá', 'Una persona puede ayudarle', '15'],
    ['de', 'er atmet nicht mehr', 'das dingsbums da drüben', 'Ein Mensch kann Ihnen helfen', '15'],
  ])('%s: “%s”, then “%s”', async (locale, danger, unclear, offer, number) => {
    const [before, after] = await oneAfterTheOther(locale, danger, unclear);
    expect(before.trace.decision).toBe('emergency');
    expect(after.trace.decision).toBe('decline');
    expect(readText(after)).toContain(offer);
    expect(readText(after)).toContain(number);
    expect(readText(after)).not.toMatch(/outside|sort de ce que|queda fuera|außerhalb/u);
  });
});

scripts([
  [
    'a yes to the person that is offered is one',
    [
      ['my friend is unconscious', { decision: 'emergency' }],
      [
        'and the wobbly thing',
        { decision: 'decline', reads: ['shall I pass it on', '15'], offers: ['Talk to a person'] },
      ],
      ['yes', { decision: 'handover' }],
    ],
  ],
  [
    'what is understood is answered as ever',
    [
      ['there is a fire in my flat', { decision: 'emergency' }],
      ['what does a doctor cost', { decision: 'answer', intent: 'gp-price', never: ['shall I pass it on'] }],
    ],
  ],
  [
    'without danger nothing of it is said',
    [['and the wobbly thing', { decision: 'decline', never: ['A person can help you', '112'] }]],
  ],
]);
