import { expect, test } from 'vitest';
import { createPump } from '../../src/desk/pump.ts';
import type { Claimed, Sending } from '../../src/ports/outbox.ts';
import { openStorage } from '../../src/storage/open-storage.ts';
import { recordingLog } from '../desk/real-desk.ts';
import { at, delivery } from './contract.ts';

/** An outbox with one delivery, a clock that is moved by hand, and a sender that answers as told. */
async function pumping(answers: readonly (Sending | Error)[]) {
  const { outbox } = await openStorage({ kind: 'sqlite', path: ':memory:', durability: 'NORMAL' });
  await outbox.put(delivery('a'));
  const sent: Claimed[] = [];
  let now = Date.parse(at);
  const email = (claimed: Claimed): Promise<Sending> => {
    const answer = answers[sent.length] ?? { kind: 'sent' };
    sent.push(claimed);
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  const log = recordingLog();
  const pump = createPump({ outbox, senders: { email }, clock: () => new Date(now), log });
  const wait = async (seconds: number) => {
    now += seconds * 1000;
    await pump.run();
  };
  const state = async () => {
    const [row] = await outbox.list(['queued', 'sending', 'sent', 'uncertain', 'failed'], 1);
    return [row?.state, row?.attempts, row?.code];
  };
  return { outbox, pump, sent, wait, state, log };
}

const busy = { kind: 'again', code: 'smtp/busy' } as const;

test('what was confirmed is never sent again', async () => {
  const { sent, wait, state } = await pumping([]);
  for (const seconds of [0, 10, 100_000]) await wait(seconds);
  expect(sent).toHaveLength(1);
  expect(await state()).toEqual(['sent', 1, null]);
});

test('what could not be sent is tried again after 15, 30, 60 seconds', async () => {
  const { sent, wait, state } = await pumping([busy, busy, busy]);
  for (const [seconds, tries] of [
    [0, 1],
    [14, 1],
    [1, 2],
    [29, 2],
    [1, 3],
    [59, 3],
    [1, 4],
  ] as const) {
    await wait(seconds);
    expect(sent).toHaveLength(tries);
  }
  expect(await state()).toEqual(['sent', 4, null]);
});

test('a wait that the other side names is kept', async () => {
  const { sent, wait } = await pumping([{ ...busy, retryAfter: 120 }]);
  for (const seconds of [0, 119]) await wait(seconds);
  expect(sent).toHaveLength(1);
  await wait(1);
  expect(sent).toHaveLength(2);
});

test('after some two days of trying it is given up, and a person sees it', async () => {
  const { sent, wait, state } = await pumping(Array.from({ length: 200 }, () => busy));
  for (let hour = 0; hour < 72; hour++) await wait(3600);
  expect(sent.length).toBeLessThan(60);
  expect(sent.length).toBeGreaterThan(40);
  expect(await state()).toEqual(['failed', sent.length, 'smtp/busy']);
});

test.each([
  { said: { kind: 'uncertain', code: 'smtp/lost' } as const, left: ['uncertain', 1, 'smtp/lost'] },
  { said: { kind: 'failed', code: 'smtp/refused' } as const, left: ['failed', 1, 'smtp/refused'] },
  { said: new TypeError('a bug in the sender'), left: ['uncertain', 1, 'channel/send-failed'] },
])('$left.0 is left to a person and not sent again', async ({ said, left }) => {
  const { sent, wait, state, log } = await pumping([said]);
  for (const seconds of [0, 100_000]) await wait(seconds);
  expect(sent).toHaveLength(1);
  expect(await state()).toEqual(left);
  expect(log.lines).toContainEqual(expect.objectContaining({ delivery: 'a', state: left[0], code: left[2] }));
});

test('what a person sends again goes out again', async () => {
  const { outbox, sent, wait } = await pumping([{ kind: 'failed', code: 'smtp/refused' }]);
  await wait(0);
  await outbox.decide('a', 'send-again', at);
  await wait(1);
  expect(sent).toHaveLength(2);
});

test('more than one load is carried out in one run, in the order it was put', async () => {
  const { outbox, sent, wait } = await pumping([]);
  for (const id of ['b', 'c', 'd', 'e', 'f', 'g', 'h']) await outbox.put(delivery(id));
  await wait(0);
  expect(sent.map(({ id }) => id).join('')).toBe('abcdefgh');
});
