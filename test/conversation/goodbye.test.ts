import { describe, expect, test } from 'vitest';
import { goodbyeIn } from '../../src/conversation/reading/recognise-goodbye.ts';
import { freshState } from '../../src/conversation/state.ts';
import { hearDanger, incoming, knowledge, takeTurn } from './talk.ts';
import { scripts } from './scripts.ts';

/** Opens the form, and how people take leave of it: with thanks, and with a word that would be a yes. */
const leaves: Readonly<Record<string, readonly [opens: string, ...says: string[]]>> = {
  en: [
    'check my situation',
    'thanks bye',
    'ok thx bye',
    'thank you so much for your help, goodbye!',
    'gotta go, cheers',
  ],
  fr: [
    'examiner ma situation',
    'merci au revoir',
    "d'accord merci, bonne soirée",
    'super, je vous remercie, à bientôt',
  ],
  es: [
    'examinar mi situación',
    'gracias, adiós',
    'vale, muchas gracias, hasta luego',
    'perfecto gracias, me tengo que ir',
  ],
  it: ['esaminare la mia situazione', 'grazie, arrivederci', 'va bene grazie, buona giornata', 'ok grazie ciao ciao'],
  pt: ['examinar a minha situação', 'obrigada, adeus', 'está bem, obrigado, até logo', 'valeu, tchau'],
  de: ['meine Situation prüfen', 'danke tschüss', 'ok, vielen Dank und auf Wiedersehen', 'alles klar danke, muss los'],
  zh: ['查看我的情况', '谢谢，再见', '好的谢谢拜拜', '行，谢谢你的帮助，回头见'],
  ar: ['فحص وضعي', 'شكرا، مع السلامة', 'حسنا شكرا جزيلا، إلى اللقاء', 'chokran bslama'],
};

describe.each(Object.entries(leaves))('Taking leave in an open form, %s', (language, [opens, ...says]) => {
  test.each(says)('%s', async (text) => {
    const opened = await takeTurn(incoming(opens, 0, { locale: language }), freshState);
    expect(opened.trace.asking).not.toBeNull();
    const left = await takeTurn(incoming(text, 1, { locale: language }), opened.state);
    expect(left.trace).toMatchObject({ decision: 'smalltalk', intent: 'goodbye', asking: null });
    expect(left.trace.danger ?? null).toBeNull();
    expect(left.state.parked).toEqual(opened.state.dialogs);
    const [way] = left.replies.flatMap(({ choices }) => choices);
    const back = await takeTurn(incoming(way?.label ?? '', 2, { locale: language }), left.state);
    expect(back.trace.asking).toBe(opened.trace.asking);
  });
});

scripts([
  [
    'what was told before is still known',
    [
      ['check my situation: Brazilian', { asking: 'registered' }],
      ['ok great, thanks, bye', { intent: 'goodbye', asking: null, choices: ['Go on where we stopped'] }],
      ['Go on where we stopped', { asking: 'registered' }],
      ['no', { asking: 'work' }],
    ],
  ],
  [
    'a question under an answer was asked by nobody, and is not kept',
    [
      ['do I have to register with the sécu?', { asking: 'registered' }],
      ['ok thanks, see you', { intent: 'goodbye', asking: null, choices: [] }],
    ],
  ],
  [
    'thanks alone leave nothing',
    [
      ['check my situation', {}],
      ['thanks', { intent: 'thanks', asking: 'registered' }],
    ],
  ],
  ['outside a form', [['thank you, goodbye', { intent: 'goodbye', reads: ['Goodbye'] }]]],
]);

test.each([
  'thanks',
  'yes, thanks',
  'bye-law',
  'thank you for everything, goodbye',
  'adieu',
  '88',
  'ciao',
  'no, bye then it is',
])('is no mere goodbye: %s', (text) => {
  expect(goodbyeIn(text, knowledge.reading)).toBeNull();
});

test('danger beside thanks and a goodbye stays danger', async () => {
  const turn = await takeTurn(incoming('i took all my pills. thanks, bye', 0), freshState);
  expect(turn.trace.danger).toBeTruthy();
  expect(hearDanger('thank you for everything, goodbye', [])).not.toBeNull();
});
