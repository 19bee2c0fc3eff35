import { describe, expect, test } from 'vitest';
import type { Effect } from '../../src/conversation/reply.ts';
import { freshState } from '../../src/conversation/state.ts';
import { incoming, takeTurn, talk } from './talk.ts';
import { scripts } from './scripts.ts';

describe('did it help?', () => {
  scripts([
    [
      'yes',
      [
        ['what does a doctor cost', {}],
        ['yes', { decision: 'command', intent: 'gp-price', reads: ['Thank you'] }],
      ],
    ],
    [
      'no, and why',
      [
        ['what does a doctor cost', {}],
        ['no', { decision: 'command', intent: 'gp-price', reads: ['what was missing'], choices: ['Talk to a person'] }],
        ['qwop blorp fnord grue', { decision: 'command', intent: 'gp-price', reads: ['noted'] }],
        ['how do I register online?', { decision: 'answer', never: ['noted'] }],
      ],
    ],
    [
      'the reason is a question of its own: noted, and answered',
      [
        ['what does a doctor cost', {}],
        ['that did not help', { decision: 'command' }],
        ['how do I register online?', { decision: 'answer', intent: 'how-to-register', reads: ['noted'] }],
      ],
    ],
    [
      'no, then a person instead',
      [
        ['what does a doctor cost', {}],
        ['no', { decision: 'command' }],
        ['talk to a person', { decision: 'handover' }],
      ],
    ],
    [
      'on a decline too',
      [
        ['xqzt wvut kkpl', { decision: 'decline' }],
        ['no', { decision: 'command', reads: ['what was missing'] }],
        ['zzyzx qwop vlad', { decision: 'command', reads: ['noted'] }],
      ],
    ],
    [
      'after a decision',
      [
        ['check my situation: Brazilian, 6 months, no job', {}],
        ['no', { row: 'D29' }],
        ['👍', { decision: 'command', intent: 'eligibility' }],
      ],
    ],
    [
      'en français',
      [
        ['combien coûte une consultation chez le médecin', {}],
        ['non', { decision: 'command', reads: ['ce qui manquait'] }],
        ['le parking à vélos du campus est toujours plein', { decision: 'command', reads: ["c'est noté"] }],
      ],
    ],
    [
      'a yes in a form is an answer, no feedback',
      [
        ['what does a doctor cost', {}],
        ['check my situation', { asking: 'registered' }],
        ['yes', { decision: 'dialog', row: 'D20' }],
      ],
    ],
  ]);
});

describe('what is kept of it', () => {
  test.each<[string, readonly string[], readonly Partial<Effect>[]]>([
    [
      'a yes',
      ['what does a doctor cost', 'yes'],
      [{ kind: 'feedback', about: 'gp-price', helpful: true, comment: null }],
    ],
    [
      'a no and its reason',
      ['what does a doctor cost', 'no', 'qwop blorp fnord grue'],
      [
        { kind: 'feedback', about: 'gp-price', helpful: false, comment: null },
        { kind: 'feedback', about: 'gp-price', helpful: false, comment: 'qwop blorp fnord grue' },
      ],
    ],
    [
      'on a decline, about nothing',
      ['xqzt wvut kkpl', 'no', 'zzyzx qwop vlad'],
      [
        { kind: 'feedback', about: null, helpful: false, comment: null },
        { kind: 'feedback', about: null, helpful: false, comment: 'zzyzx qwop vlad' },
      ],
    ],
    [
      'a wrong answer',
      ['what does a doctor cost', "that's not what I asked"],
      [{ kind: 'feedback', about: 'gp-price', helpful: false, comment: null }],
    ],
  ])('%s', async (_, texts, expected) => {
    let state = freshState;
    const effects: Effect[] = [];
    for (const [index, text] of texts.entries()) {
      const turn = await takeTurn(incoming(text, index), state);
      effects.push(...turn.effects);
      state = turn.state;
    }
    expect(effects).toEqual(expected);
  });
});

describe('what is known, and deleting it', () => {
  scripts([
    [
      'the facts told, then nothing',
      [
        ['check my situation: Brazilian, 6 months, no job', {}],
        [
          'what do you know about me',
          { decision: 'command', reads: ['nationality Brazil', 'stay 6 months', '180 days'] },
        ],
        ['delete my data', { decision: 'command', reads: ['deleted'] }],
        ['what do you know about me', { decision: 'command', never: ['Brazil'] }],
        ['summary', { never: ['Brazil'] }],
        ['go on', { never: ['Brazil'] }],
      ],
    ],
    [
      'by the button',
      [
        ['what do you know about me', { choices: ['Delete my data'] }],
        ['Delete my data', { decision: 'command', reads: ['deleted'] }],
      ],
    ],
    [
      'en français',
      [
        ['examiner ma situation : brésilienne, 6 mois, pas de travail', {}],
        ['que savez-vous de moi', { decision: 'command', reads: ['nationalité Brésil'] }],
        ['supprimer mes données', { decision: 'command' }],
        ['que savez-vous de moi', { never: ['Brésil'] }],
      ],
    ],
  ]);
});

test('whoever comes in is told what this is, what it can do, what is kept and for how long', async () => {
  const { replies, trace } = await takeTurn({ ...incoming('', 0), kind: 'join' }, freshState);
  expect(trace.decision).toBe('smalltalk');
  expect(replies[0]?.text).toMatch(/program, not a person.*180 days.*delete my data/s);
  expect(replies[0]?.choices.map(({ value }) => value)).toContain('command:human');
});

test('“ok” to what was not answered is politeness: nobody was helped', async () => {
  const declined = await talk([['the purple blorb wobbles', { decision: 'decline' }]]);
  for (const text of ['that helped', 'thanks that was helpful']) {
    const { effects } = await takeTurn(incoming(text, 3), declined);
    expect(effects.filter((effect) => effect.kind === 'feedback' && effect.helpful)).toEqual([]);
  }
});
