import { expect, test } from 'vitest';
import type { Turn } from '../../src/conversation/turn.ts';
import { incoming, noon, openDesk, trace } from './real-desk.ts';

/** What a turn is told of the hand-over by the database, and what is kept of one in which nothing was said. */
const handingOver: Turn = (heard, state) => {
  const reply = {
    language: 'en',
    text: 'handed over',
    card: null,
    choices: [],
    sources: [],
    asking: null,
    handover: null,
    feedback: false,
  };
  if (heard.text === 'person')
    return Promise.resolve({
      replies: [reply],
      state: { ...state, turn: state.turn + 1, handover: { reference: 'G-1', turn: state.turn } },
      trace: { ...trace, decision: 'handover' },
      effects: [{ kind: 'handover', reference: 'G-1', reason: 'asked', facts: {} }],
    });
  seen.push(heard.atDesk ?? null);
  return Promise.resolve({
    replies: [],
    state: { ...state, turn: state.turn + 1 },
    trace: { ...trace, decision: 'held' },
    effects: [],
  });
};
const seen: unknown[] = [];

test('the turn sees who has the conversation and since when; silence is kept with its reason, and answered once', async () => {
  const { desk, storage } = await openDesk(handingOver);
  await desk.receive(incoming('person'));
  const acted = new Date(noon.getTime() - 12 * 60_000).toISOString();
  await storage.queue.take({ item: 'handover:G-1', conversation: 'c1' }, { id: 'a', name: 'Ada' }, acted);
  const answered = await desk.receive(incoming('are you there'));
  expect(seen).toEqual([
    { reference: 'G-1', closed: false, holder: 'Ada', act: acted, idleMinutes: 12, closedDays: null },
  ]);
  expect(answered).toMatchObject({ replies: [], activities: [], repeated: false, trace: { decision: 'held' } });
  expect(await desk.receive(incoming('are you there'))).toMatchObject({
    replies: [],
    repeated: true,
    trace: { decision: 'held' },
  });
  const journal = await storage.journal.read('c1', 0, 10);
  expect(journal.map(({ direction, trace: why }) => [direction, why?.decision ?? null])).toEqual([
    ['in', null],
    ['out', 'handover'],
    ['in', 'held'],
  ]);
  await storage.close();
});
