import { expect, test } from 'vitest';
import { oneAfterTheOther } from './talk.ts';
import { scripts } from './scripts.ts';

/** A farewell, and how people come back, in each language. */
test.each([
  ['en', 'ok bye', 'good evening again'],
  ['en', 'thanks, see you', 'hey, im back'],
  ['fr', 'merci au revoir', 'rebonjour'],
  ['fr', 'bonne journée', "bonjour c'est encore moi"],
  ['es', 'hasta luego', 'buenas otra vez'],
  ['it', 'arrivederci', 'rieccomi'],
  ['pt', 'até logo', 'sou eu outra vez'],
  ['de', 'tschüss', 'da bin ich wieder'],
  ['zh', '拜拜', '我又回来了'],
  ['ar', 'مع السلامة', 'أهلا مجددا'],
])('%s: after “%s”, “%s” is greeted', async (locale, bye, again) => {
  const [left, back] = await oneAfterTheOther(locale, bye, again);
  expect(back.trace).toMatchObject({ decision: 'smalltalk', listener: 'greeted-again', language: locale });
  expect(back.replies[0]?.text).not.toBe(left.replies[0]?.text);
});

scripts([
  [
    'an open form goes on',
    [
      ['check my situation', { asking: 'registered' }],
      ['hello again', { decision: 'smalltalk', asking: 'registered', reads: ['Hello again!', 'registered'] }],
    ],
  ],
  [
    'a form that was left is offered',
    [
      ['check my situation', { asking: 'registered' }],
      ['bye', { intent: 'goodbye', asking: null }],
      ['it is me again', { listener: 'greeted-again', offers: ['Go on where we stopped', 'Talk to a person'] }],
    ],
  ],
  [
    'who takes leave after a hand-over is told that it stands',
    [
      ['talk to a person', { asking: 'concern' }],
      ['many thanks, goodbye', { intent: 'goodbye', asking: null, reads: ['stays with the desk', 'Goodbye'] }],
      ['hi once more', { listener: 'greeted-again', asking: null }],
    ],
  ],
  [
    'the form that the hand-over interrupted is offered after the goodbye',
    [
      ['check my situation', { asking: 'registered' }],
      ['I want to speak to a person', { asking: 'concern' }],
      ['ok bye', { intent: 'goodbye', asking: null, choices: ['Go on where we stopped'] }],
    ],
  ],
  [
    'who says it again is no greeting',
    [
      ['how do I register', {}],
      ['say that again', { listener: 'reaction' }],
    ],
  ],
]);
