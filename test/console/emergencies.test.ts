import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DangerDegree, DangerKind } from '../../src/core/danger/index.ts';
import { converse } from './listed.ts';
import { openRoom, type Room, type Visitor } from './room.ts';

let room: Room;
let ada: Visitor;
let ben: Visitor;
beforeEach(async () => {
  room = await openRoom();
  ada = await room.join('reviewer', 'Ada');
  ben = await room.join('reviewer', 'Ben');
});
afterEach(() => room.close());

function heard(degree: DangerDegree, kind: DangerKind, language = 'en') {
  const danger = { degree, kind, words: ['fire'], language };
  return { danger, decision: degree === 'certain' ? ('emergency' as const) : ('answer' as const) };
}

const says = (conversation: string, trace: ReturnType<typeof heard> | undefined, at: string, words = 'said') =>
  converse(room.storage, conversation, [{ says: words, hears: 'Call 18.', at, ...(trace && { trace }) }]);

/** In the order of the page; hand-overs and drafts stand below. */
async function waiting(visitor: Visitor = ada): Promise<string[]> {
  const { text } = await visitor.get('/staff/queue');
  return [...text.matchAll(/\/staff\/emergency\?conversation=([^"&]*)"/g)].map(([, conversation = '']) => conversation);
}

const act = (visitor: Visitor, action: string, conversation: string, fields: Record<string, string> = {}) =>
  visitor.send(
    `/staff/emergency/${action}`,
    { conversation, turn: '1', ...fields },
    { from: `/staff/emergency?conversation=${conversation}` },
  );

test('certain before possible, then the newest first, above everything else that waits', async () => {
  await says('possible-new', heard('possible', 'life'), '2026-11-22T09:50:00.000Z');
  await says('certain-old', heard('certain', 'self-harm', 'es'), '2026-11-22T08:00:00.000Z');
  await says('certain-new', heard('certain', 'fire'), '2026-11-22T09:00:00.000Z');
  await says('possible-old', heard('possible', 'violence'), '2026-11-22T07:00:00.000Z');
  await says('calm', undefined, '2026-11-22T09:55:00.000Z');
  expect(await waiting()).toEqual(['certain-new', 'certain-old', 'possible-new', 'possible-old']);
  const { text } = await ada.get('/staff/queue');
  expect(text.indexOf('>Emergencies</h2>')).toBeLessThan(text.indexOf('>Handed over</h2>'));
  for (const shown of ['suicide or self-harm', 'fire or gas', '>Spanish<', '2 hours', 'by nobody yet'])
    expect(text).toContain(shown);
  expect(await room.storage.emergencies.waiting()).toEqual({ certain: 2, possible: 2 });
});

test('a conversation waits once, as grave as it was ever heard, until somebody is done with it', async () => {
  await says('c', heard('certain', 'life'), '2026-11-22T08:00:00.000Z');
  await says('c', heard('possible', 'life'), '2026-11-22T08:05:00.000Z');
  expect(await waiting()).toEqual(['c']);
  expect((await ada.get('/staff/emergency?conversation=c')).text).toContain('2 messages');
  expect(await room.storage.emergencies.of('c')).toMatchObject({ degree: 'certain', turn: 2, times: 2 });
});

test('“seen” names who has seen it and keeps it; “done” takes it off; both are in the audit log', async () => {
  await says('c', heard('certain', 'life'), '2026-11-22T08:00:00.000Z');
  expect((await act(ada, 'seen', 'c')).to).toContain('done=queue.seen');
  expect((await act(ben, 'seen', 'c')).to).toContain('done=queue.seen-by-other');
  expect((await ben.get('/staff/queue')).text).toContain('>Ada<');
  expect(await waiting()).toEqual(['c']);
  expect((await act(ben, 'done', 'c')).to).toContain('/staff/queue');
  expect(await waiting()).toEqual([]);
  expect((await act(ada, 'done', 'c')).to).toContain('done=queue.done-before');
  const audit = await room.storage.audit.list({}, 50);
  const noted = audit.filter(({ what }) => what.startsWith('emergency.')).map(({ what, name }) => `${name} ${what}`);
  for (const entry of ['Ada emergency.read', 'Ada emergency.seen', 'Ben emergency.done'])
    expect(noted).toContain(entry);
  expect((await ada.get('/staff/emergency?conversation=c')).text).toContain('done');
});

test('what is said after a colleague looked is not seen and not done', async () => {
  await says('c', heard('possible', 'self-harm'), '2026-11-22T08:00:00.000Z');
  await act(ada, 'seen', 'c');
  await says('c', heard('certain', 'self-harm'), '2026-11-22T08:10:00.000Z');
  expect(await room.storage.emergencies.of('c')).toMatchObject({ seen: null, degree: 'certain' });
  await act(ada, 'done', 'c', { turn: '1' });
  expect(await waiting()).toEqual(['c']);
  await act(ada, 'done', 'c', { turn: '2' });
  expect(await waiting()).toEqual([]);
});

test('a colleague writes into the conversation, once, redacted and signed; then they have seen it', async () => {
  await says('c', heard('certain', 'life'), '2026-11-22T08:00:00.000Z');
  const page = await ada.get('/staff/emergency?conversation=c');
  expect(page.text).toContain('Call 18.');
  const reply = /name="reply" value="([^"]*)"/.exec(page.text)?.[1] ?? '';
  const words = { text: 'Is somebody with you? My card is 4111 1111 1111 1111.', reply };
  expect((await act(ada, 'reply', 'c', words)).to).toContain('done=queue.replied');
  await act(ada, 'reply', 'c', words);
  const said = (await room.storage.journal.read('c', 2, 20)).map(({ text }) => text);
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(/^Is somebody with you\? My card is \[.*\]\.\n\n— A person of /);
  expect((await room.storage.emergencies.of('c'))?.seen?.name).toBe('Ada');
  expect((await act(ada, 'reply', 'c', { text: ' ', reply: crypto.randomUUID() })).to).toContain('queue.nothing-said');
});

test.each(['seen', 'done', 'reply'])('“%s” of no emergency is a missing page', async (action) => {
  await says('calm', undefined, '2026-11-22T08:00:00.000Z');
  const sent = await ada.send(
    `/staff/emergency/${action}`,
    { conversation: 'calm', turn: '1' },
    { from: '/staff/queue' },
  );
  expect(sent.status).toBe(404);
});

test('what is erased waits for nobody', async () => {
  await says('c', heard('certain', 'life'), '2026-11-22T08:00:00.000Z');
  await converse(room.storage, 'c', [{ says: 'delete my data', effects: [{ kind: 'erase' }] }]);
  expect(await waiting()).toEqual([]);
  expect(await room.storage.emergencies.of('c')).toBeNull();
});

test('the list of conversations finds both degrees', async () => {
  await says('certain', heard('certain', 'life'), '2026-11-22T08:00:00.000Z', 'he fell');
  await says('possible', heard('possible', 'life'), '2026-11-22T08:01:00.000Z', 'she fell');
  await says('calm', undefined, '2026-11-22T08:02:00.000Z', 'a price');
  const { text } = await ada.get('/staff/conversations?emergency=yes');
  for (const shown of ['he fell', 'she fell']) expect(text).toContain(shown);
  expect(text).not.toContain('a price');
});

test('the numbers page counts emergencies by degree and kind, and no other figure counts them', async () => {
  await says('calm', undefined, '2026-11-20T08:00:00.000Z', 'a price');
  const { text: before } = await ada.get('/staff/numbers');
  await says('a', heard('certain', 'life'), '2026-11-20T08:01:00.000Z');
  await says('b', heard('certain', 'life'), '2026-11-20T08:02:00.000Z');
  await says('c', heard('possible', 'self-harm'), '2026-11-20T08:03:00.000Z');
  const { text } = await ada.get('/staff/numbers');
  const rows = (page: string) =>
    [
      ...page.matchAll(
        /<th scope="row">([^<]*)<\/th>\s*<td data-label="certain"[^>]*>(?:<a [^>]*>)?(\d+)[^]*?<td data-label="possible"[^>]*>(?:<a [^>]*>)?(\d+)/g,
      ),
    ].map(([, name, certain, possible]) => [name, certain, possible]);
  expect(rows(text)).toEqual([
    ['life and health', '2', '0'],
    ['fire or gas', '0', '0'],
    ['violence', '0', '0'],
    ['suicide or self-harm', '0', '1'],
    ['All', '2', '1'],
  ]);
  const without = (page: string) =>
    page.replace(/<section>\s*<h2>Emergencies<[^]*?<\/section>/, '').replaceAll(/nonce="[^"]*"/g, '');
  expect(without(text)).toBe(without(before));
  expect(without(text)).not.toContain('suicide or self-harm');
});

test('verdicts on a turn with danger are no accuracy', async () => {
  await says('c', heard('certain', 'life'), '2026-11-20T08:00:00.000Z');
  await says('d', undefined, '2026-11-20T08:00:00.000Z');
  const judged = {
    verdict: 'right' as const,
    reason: null,
    rightAnswer: null,
    note: '',
    who: 'a',
    name: 'Ada',
  };
  const at = '2026-11-20T09:00:00.000Z';
  for (const conversation of ['c', 'd'])
    await room.storage.annotations.put({ conversation, position: 1, ...judged, at });
  const counted = await room.storage.numbers.verdicts({ from: '2026-11-19', until: '2026-11-23' });
  expect(counted).toMatchObject([{ verdict: 'right', count: 1 }]);
});
