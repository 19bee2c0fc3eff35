import { describe, expect, test } from 'vitest';
import type { AtDesk, Incoming } from '../../src/conversation/reply.ts';
import type { ConversationState } from '../../src/conversation/state.ts';
import { day } from '../../src/core/day.ts';
import { incoming, readText, speaker, takeTurn, talk } from './talk.ts';

/** While a person of the desk has the conversation, and after. */
const monday = { day: day('2026-11-23'), minute: 10 * 60 };
const saturday = { day: day('2026-11-28'), minute: 10 * 60 };

const handedOver = await talk([
  ['my card never came', {}],
  ['talk to a person', { decision: 'handover' }],
  ['cancel', {}],
]);
const { reference = '' } = handedOver.handover ?? {};
const taken: AtDesk = {
  ...{ reference, closed: false, holder: 'Ada', act: '2026-11-23T08:50:00.000Z' },
  ...{ idleMinutes: 10, closedDays: null },
};
const closed: AtDesk = { ...taken, closed: true, closedDays: 2 };

const say = (text: string, more: Partial<Incoming>, state: ConversationState = handedOver, locale = 'en') =>
  takeTurn({ ...incoming(text, 9, { locale, on: monday.day }), moment: monday, atDesk: taken, ...more }, state);

describe('a colleague has it, in opening hours, and did something within half an hour', () => {
  test.each([
    'how much does a gp visit cost',
    'ok thanks',
    'talk to a person',
    'yes',
    '?!',
    'my card is still not here',
    'merci beaucoup',
  ])('nothing is said to “%s”', async (text) => {
    const { replies, trace, state } = await say(text, {});
    expect([replies, trace.decision, trace.listener]).toEqual([[], 'held', 'held']);
    expect(state.offered).toEqual(handedOver.offered);
  });

  test('danger is answered with the numbers all the same', async () => {
    const certain = await say('my friend is unconscious and not breathing', {});
    expect(certain.trace.decision).toBe('emergency');
    expect(readText(certain)).toContain('15');
  });

  test('where danger is possible the numbers are said, and nothing else', async () => {
    const { replies, trace } = await say('i have had strong chest pain since this morning', {});
    expect(trace.danger).not.toBeNull();
    if (trace.danger?.degree === 'possible') expect(trace.decision).toBe('held');
    expect(replies.map(({ text }) => text.includes('15'))).toEqual([true]);
  });

  test.each([
    ['en', 'back to the bot'],
    ['fr', 'retour au robot'],
    ['es', 'volver al bot'],
    ['it', 'torna al bot'],
    ['pt', 'voltar ao bot'],
  ])('in %s “%s” brings the program back, until the colleague acts again', async (language, text) => {
    const back = await say(text, {}, { ...handedOver, language }, language);
    expect(readText(back)).toContain(speaker.say(language, 'conversation:handover.back'));
    const asked = await say('how much does a gp visit cost', {}, back.state);
    expect(asked.trace.decision).toBe('answer');
    const later = { ...taken, act: '2026-11-23T09:05:00.000Z' };
    expect((await say('and at the weekend?', { atDesk: later }, back.state)).trace.decision).toBe('held');
  });

  test('“delete my data” deletes', async () => {
    expect((await say('delete my data', {})).effects).toEqual([{ kind: 'erase' }]);
  });

  test('what is told while the desk asks goes to the person', async () => {
    const open = await talk([
      ['my card never came', {}],
      ['talk to a person', { decision: 'handover', asking: 'concern' }],
    ]);
    const told = await say('I moved to another city in May', {}, open);
    expect(told.effects).toEqual([
      {
        kind: 'handover-note',
        reference: open.handover?.reference,
        note: { concern: 'I moved to another city in May', way: null },
      },
    ]);
    expect(told.state.dialogs).toBeNull();
  });
});

describe('a colleague has it and is not there', () => {
  test.each([
    ['after half an hour', { atDesk: { ...taken, idleMinutes: 30 } }, 'Monday, 23 November, 14:00'],
    ['on a weekend', { moment: saturday }, 'Monday, 30 November, 13:00'],
  ])('%s the program answers, and says once when they will', async (_, more, by) => {
    const first = await say('how much does a gp visit cost', more);
    expect(first.trace.decision).toBe('answer');
    expect(readText(first)).toMatch(new RegExp(`Ada of .*${reference}.* answers by ${by}`));
    const second = await say('and at the weekend?', more, first.state);
    expect(readText(second)).not.toContain('Ada');
  });

  test('a hand-over that nobody has holds nothing back', async () => {
    expect((await say('how much does a gp visit cost', { atDesk: { ...taken, holder: null } })).trace.decision).toBe(
      'answer',
    );
  });
});

describe('after it was closed', () => {
  test.each([
    ['en', 'it still does not work'],
    ['en', 'hello, sorry but it still doesn’t work'],
    ['fr', 'ça ne marche toujours pas'],
    ['es', 'todavía no funciona'],
    ['it', 'ancora non funziona'],
    ['pt', 'ainda não funciona'],
  ])('%s “%s” gives it back to the desk', async (language, text) => {
    const again = await say(text, { atDesk: closed }, { ...handedOver, language }, language);
    expect(again.effects).toEqual([{ kind: 'reopen', reference }]);
    expect(readText(again)).toContain(
      speaker.say(language, 'conversation:handover.reopened', { reference }, monday.day),
    );
  });

  test.each([
    ['what the program cannot answer', 'which form did you mean with the blue stamp', true],
    ['that it did not help', 'that did not help', true],
    ['thanks', 'thank you very much', false],
    ['another question', 'how much does a gp visit cost', false],
  ])('%s', async (_, text, opens) => {
    const said = await say(text, { atDesk: closed });
    expect(said.effects.some(({ kind }) => kind === 'reopen')).toBe(opens);
  });

  test('what is written two months later is about something else', async () => {
    const late = await say('which form did you mean with the blue stamp', { atDesk: { ...closed, closedDays: 60 } });
    expect(late.effects).toEqual([]);
  });
});

test('who asks for a person is told by when; at an unknown hour nobody is', async () => {
  const asked = (moment: Incoming['moment']) =>
    takeTurn(
      { ...incoming('talk to a person', 0, { on: monday.day, locale: 'en' }), moment },
      { ...handedOver, handover: null },
    );
  expect(readText(await asked(monday))).toContain('A person answers by Monday, 23 November, 14:00.');
  expect(readText(await asked(saturday))).toContain('A person answers by Monday, 30 November, 13:00.');
  expect(readText(await asked(undefined))).not.toContain('answers by');
});
