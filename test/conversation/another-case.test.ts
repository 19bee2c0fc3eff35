import { describe, expect, test } from 'vitest';
import { situationSchema } from '../../src/core/eligibility/index.ts';
import { scripts } from './scripts.ts';
import { knowledge } from './talk.ts';

const factsOf: Readonly<Record<string, readonly string[]>> = {
  eligibility: Object.keys(situationSchema.shape),
  quote: ['product', 'term', 'times'],
};

describe('a topic of another case than the one told is no answer', () => {
  const check = { decision: 'dialog', intent: 'eligibility' } as const;
  scripts([
    ['a long stay', [['I stay 8 months, must I sign up?', { ...check, reads: ['stay 8 months'] }]]],
    ['in French', [['faut il s’inscrire je reste 9 mois', { asking: 'registered', reads: ['séjour 9 mois'] }]]],
    ['another passport', [['peruvian here, do swiss students have to register', { asking: 'registered' }]]],
    [
      'the same case is answered',
      [['I stay two months, can I join the public insurance?', { decision: 'answer', intent: 'short-stay' }]],
    ],
    [
      'who tells nothing asks in general',
      [['what about British students since brexit', { decision: 'answer', intent: 'uk-students' }]],
    ],
    [
      'two products where one is priced',
      [['civil liability + medical, how much', { decision: 'dialog', intent: 'quote', asking: 'term' }]],
    ],
    ['one of them', [['how much is civil liability', { decision: 'answer', intent: 'rc-price' }]]],
  ]);

  test('each case is told in facts that its form knows', () => {
    const cases = [...knowledge.answers.values()].flatMap((topic) => Object.entries(topic.case));
    expect(cases.length).toBeGreaterThan(5);
    for (const [form, facts] of cases) {
      expect(knowledge.forms).toContain(form);
      expect(factsOf[form]).toEqual(expect.arrayContaining(Object.keys(facts)));
    }
  });
});
