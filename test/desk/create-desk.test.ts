import { expect, test } from 'vitest';
import type { Turn } from '../../src/conversation/turn.ts';
import { countingTurn, incoming, openDesk } from './real-desk.ts';

const texts = (answered: { readonly replies: readonly { readonly text: string }[] }) =>
  answered.replies.map(({ text }) => text);

test('messages of one conversation that come at once are answered in order, each on the state of the one before', async () => {
  const { desk } = await openDesk();
  const answers = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((text) => desk.receive(incoming(text))));
  expect(answers.flatMap(texts)).toEqual(['1: a', '2: b', '3: c', '4: d', '5: e']);
});

test('conversations do not share state', async () => {
  const { desk } = await openDesk();
  await desk.receive(incoming('a'));
  expect(texts(await desk.receive(incoming('b', { conversation: 'c2' })))).toEqual(['1: b']);
});

test('the same delivery twice is answered once, with what was recorded', async () => {
  const { desk, storage } = await openDesk();
  const first = await desk.receive(incoming('a', { id: 'x' }));
  const again = await desk.receive(incoming('a', { id: 'x' }));
  expect(again).toEqual({ ...first, repeated: true });
  expect(texts(await desk.receive(incoming('b')))).toEqual(['2: b']);
  expect(await storage.journal.read('c1', 0, 10)).toHaveLength(4);
});

test('the same delivery twice at the same moment is answered once', async () => {
  const { desk, storage } = await openDesk();
  const both = await Promise.all([1, 2].map(() => desk.receive(incoming('a', { id: 'x' }))));
  expect(both.flatMap(texts)).toEqual(['1: a', '1: a']);
  expect(await storage.journal.read('c1', 0, 10)).toHaveLength(2);
});

test('the journal has the message, the reply and why, before the reply is out', async () => {
  const { desk, storage } = await openDesk();
  const { trace } = await desk.receive(incoming('a', { id: 'x' }), { channelData: { clientActivityID: 'x' } });
  const [heard, said] = await storage.journal.read('c1', 0, 10);
  expect(heard).toMatchObject({
    position: 1,
    activity: 'x',
    direction: 'in',
    text: 'a',
    at: '2026-11-22T12:00:00.000Z',
    activityJson: '{"channelData":{"clientActivityID":"x"}}',
  });
  expect(said).toMatchObject({ position: 2, direction: 'out', text: '1: a', reply: { text: '1: a' }, trace });
});

test('the turn, the journal and the state only ever see redacted text', async () => {
  const seen: unknown[] = [];
  const turn: Turn = (heard, state) => {
    seen.push(heard);
    return countingTurn(heard, state);
  };
  const { desk, storage } = await openDesk(turn);
  await desk.receive(incoming('my secret', { id: 'x' }));
  expect(seen).toMatchObject([{ text: 'my [secret]' }]);
  expect(await storage.journal.read('c1', 0, 10)).toMatchObject([{ text: 'my [secret]' }, { text: '1: my [secret]' }]);
});

test('a bug in a turn costs an apology with a reference that the log has too, and not the place in the dialog', async () => {
  const { desk, log, storage } = await openDesk();
  await desk.receive(incoming('a'));
  const [apology] = texts(await desk.receive(incoming('break', { id: 'x' })));
  const reference = /^sorry (E-[0-9A-F]{8})$/.exec(apology ?? '')?.[1];
  expect(reference).toBeDefined();
  expect(log.lines).toMatchObject([{ code: 'turn/failed', reference, err: new TypeError('a bug in the turn') }]);
  expect(JSON.stringify(log.lines)).not.toContain('break');
  expect(texts(await desk.receive(incoming('b')))).toEqual(['2: b']);
  expect((await storage.journal.read('c1', 0, 10)).map(({ text }) => text)).toContain('break');
});

test('another process that answers in between is not overwritten: the turn is taken again on what stands now', async () => {
  const here = await openDesk();
  const there = await openDesk(countingTurn, here.storage);
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, n) => (n % 2 === 0 ? here : there).desk.receive(incoming(`m${n}`))),
  );
  const counts = answers.flatMap(texts).map((text) => Number(text.split(':')[0]));
  expect(counts.sort()).toEqual([1, 2, 3, 4, 5, 6]);
  expect([...here.log.lines, ...there.log.lines]).toContainEqual(expect.objectContaining({ code: 'state/conflict' }));
});

test('one that keeps losing gives up without acknowledging', async () => {
  const { desk, storage } = await openDesk();
  const never = {
    ...storage,
    conversations: { ...storage.conversations, save: () => Promise.resolve('conflict' as const) },
  };
  const loser = await openDesk(countingTurn, never);
  await expect(loser.desk.receive(incoming('a'))).rejects.toMatchObject({ code: 'state/conflict' });
  expect(await storage.journal.read('c1', 0, 10)).toEqual([]);
  await desk.receive(incoming('a'));
});

test.each([
  ['empty', ''],
  ['100 kB', 'long '.repeat(20_000)],
  ['control characters', '\u0000\u0007\u001b[31m\u202e'],
  ['emoji only', '👩‍🎓🇫🇷'],
  ['half a character', '\ud83d'],
])('%s is answered and kept', async (_, text) => {
  const { desk, storage } = await openDesk();
  expect((await desk.receive(incoming(text, { id: 'x' }))).replies).toHaveLength(1);
  expect(await storage.journal.read('c1', 0, 10)).toHaveLength(2);
});

test('what no database can hold is kept as the replacement character', async () => {
  const { desk, storage } = await openDesk();
  await desk.receive(incoming('a\u0000b\ud83d', { id: 'x' }));
  expect((await storage.journal.read('c1', 0, 1))[0]?.text).toBe('a\ufffdb\ufffd');
});
