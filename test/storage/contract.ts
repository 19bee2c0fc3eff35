import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshState } from '../../src/conversation/state.ts';
import type { JournalEntry } from '../../src/ports/journal.ts';
import type { Delivery } from '../../src/ports/outbox.ts';
import { kept, type Kept } from '../../src/ports/personal-data.ts';
import type { Storage } from '../../src/storage/open-storage.ts';
import { reply, trace } from '../desk/real-desk.ts';

export const at = '2026-11-22T12:00:00.000Z';

export function entry(activity: string, more: Partial<JournalEntry> = {}): JournalEntry {
  const about = { conversation: 'c', channel: 'test', at, activityJson: null, reply: null, trace: null };
  return { ...about, activity, direction: 'in', text: activity, ...more };
}

export function turn(expected: number, ...entries: JournalEntry[]) {
  return { conversation: 'c', expected, state: { ...freshState, turn: expected + 1 }, entries, effects: [], at };
}

export function delivery(id: string, more: Partial<Delivery> = {}): Delivery {
  return { id, conversation: 'c', channel: 'email', content: { to: 'ana@example.org' }, due: at, ...more };
}

const longAgo = '2010-01-01T00:00:00.000Z';
export const later = (minutes: number) => new Date(Date.parse(at) + minutes * 60_000).toISOString();
export const where = { to: 'ana@example.org' };

/** What every database has to keep. `open` opens the same one again; it is empty before each test. */
export function storageContract(open: () => Promise<Storage>): void {
  let storage: Storage;
  beforeEach(async () => {
    storage = await open();
  });
  afterEach(() => storage.close());

  test('a conversation that nobody has spoken in has no state', async () => {
    expect(await storage.conversations.load('c')).toEqual({ state: null, version: 0 });
    expect(await storage.journal.read('c', 0, 10)).toEqual([]);
    expect(await storage.conversations.answered('c', 'a')).toBeNull();
  });

  test('what was saved is there after closing and opening again', async () => {
    const said = entry('a/1', { direction: 'out', reply: reply('hello'), trace });
    expect(await storage.conversations.save(turn(0, entry('a', { activityJson: '{}' }), said))).toBe('saved');
    await storage.close();
    storage = await open();
    expect(await storage.conversations.load('c')).toEqual({ state: { ...freshState, turn: 1 }, version: 1 });
    expect(await storage.journal.read('c', 0, 10)).toEqual([
      { ...entry('a', { activityJson: '{}' }), position: 1 },
      { ...said, position: 2 },
    ]);
  });

  test('positions count from 1 without gaps, over turns, and reading goes on after one', async () => {
    await storage.conversations.save(turn(0, entry('a'), entry('a/1', { direction: 'out' })));
    await storage.conversations.save(turn(1, entry('b'), entry('b/1', { direction: 'out' })));
    const all = await storage.journal.read('c', 0, 10);
    expect(all.map(({ position, activity }) => [position, activity])).toEqual([
      [1, 'a'],
      [2, 'a/1'],
      [3, 'b'],
      [4, 'b/1'],
    ]);
    expect((await storage.journal.read('c', 1, 2)).map(({ activity }) => activity)).toEqual(['a/1', 'b']);
  });

  test('of two writers on the same version one is told of the conflict and leaves nothing behind', async () => {
    await storage.conversations.save(turn(0, entry('a')));
    const outcomes = await Promise.all([
      storage.conversations.save(turn(1, entry('b'))),
      storage.conversations.save(turn(1, entry('c'))),
    ]);
    expect(outcomes.sort()).toEqual(['conflict', 'saved']);
    expect(await storage.journal.read('c', 0, 10)).toHaveLength(2);
  });

  test('of two processes that open a conversation the second is told of the conflict', async () => {
    const other = await open();
    expect(await other.conversations.load('c')).toMatchObject({ version: 0 });
    await storage.conversations.save(turn(0, entry('a')));
    expect(await other.conversations.save(turn(0, entry('b')))).toBe('conflict');
    expect(await other.conversations.load('c')).toMatchObject({ version: 1 });
    await other.close();
  });

  test('all entries of the turn that answered an activity are found by it, others are not', async () => {
    await storage.conversations.save(turn(0, entry('a'), entry('a/1', { direction: 'out' })));
    await storage.conversations.save(turn(1, entry('b'), entry('b/1', { direction: 'out' })));
    expect((await storage.conversations.answered('c', 'b'))?.map(({ activity }) => activity)).toEqual(['b', 'b/1']);
    expect(await storage.conversations.answered('c', 'b/1')).toBeNull();
    expect(await storage.conversations.answered('other', 'b')).toBeNull();
  });

  test('a turn that cannot be written whole is not written at all', async () => {
    await storage.conversations.save(turn(0, entry('a')));
    await expect(storage.conversations.save(turn(1, entry('b'), entry('a')))).rejects.toMatchObject({
      code: 'storage/failed',
    });
    expect(await storage.conversations.load('c')).toMatchObject({ version: 1 });
    expect(await storage.journal.read('c', 0, 10)).toHaveLength(1);
  });

  test('what nobody has judged is listed newest first, each with all that was said to it', async () => {
    const said = (activity: string) => entry(activity, { direction: 'out', reply: reply(activity), trace });
    const asked = (id: string, number: number) =>
      storage.conversations.save({
        ...turn(number, entry(id), said(`${id}/1`), entry(`${id}/2`, { direction: 'out' })),
        at: later(number),
      });
    await asked('first', 0);
    await asked('second', 1);
    await asked('third', 2);
    const about = { verdict: 'right', reason: null, rightAnswer: null, note: '', who: 's', name: 'Ana' } as const;
    await storage.annotations.put({ ...about, conversation: 'c', position: 4, at });
    const listed = await storage.annotations.toReview(10);
    expect(listed.map(({ question, reply: answer, position }) => [position, question, answer])).toEqual([
      [7, 'third', 'third/1\n\nthird/2'],
      [1, 'first', 'first/1\n\nfirst/2'],
    ]);
    expect(await storage.annotations.toReview(1)).toEqual(listed.slice(0, 1));
  });

  test('who follows a conversation hears of each write to it, until they stop', async () => {
    // By its position: between processes a write may be heard twice, and that a connection stands says to look at everything.
    const heard = new Set<number>();
    const stop = storage.journal.follow('c', (upTo) => heard.add(upTo));
    const told = () => [...heard].filter((upTo) => upTo !== Infinity);
    await storage.conversations.save(turn(0, entry('a')));
    await storage.conversations.save({ ...turn(0, entry('a', { conversation: 'd' })), conversation: 'd' });
    await storage.conversations.save(turn(0, entry('lost')));
    expect(told()).toEqual([1]);
    stop();
    await storage.conversations.save(turn(1, entry('b')));
    expect(told()).toEqual([1]);
  });

  test('the newest address of a conversation is the one that is kept, also over a restart', async () => {
    expect(await storage.addresses.of('c')).toBeNull();
    await storage.addresses.keep('c', { channel: 'email', where }, at);
    await storage.addresses.keep('c', { channel: 'bot-service', where: { serviceUrl: 'https://x' } }, later(1));
    await storage.close();
    storage = await open();
    expect(await storage.addresses.of('c')).toEqual({ channel: 'bot-service', where: { serviceUrl: 'https://x' } });
    expect(await storage.addresses.forget(at)).toBe(0);
    expect(await storage.addresses.forget(later(2))).toBe(1);
    expect(await storage.addresses.of('c')).toBeNull();
  });

  test('mail codes are counted by hour, network, recipient and conversation, also side by side', async () => {
    const limits = { perHour: 5, perNetwork: 4, perRecipient: 3 };
    const issue = (id: string, more: { conversation?: string; address?: string; network?: string; at?: string } = {}) =>
      storage.mailCodes.issue(
        { id, conversation: id, address: `${id}@x.example`, network: id, code: '123456', at, ...more },
        limits,
      );
    const granted = async (asked: readonly Promise<number>[]) =>
      (await Promise.all(asked)).filter((wait) => wait === 0).length;
    const many = [1, 2, 3, 4, 5, 6, 7, 8];
    expect(await granted(many.map((n) => issue(`r${String(n)}`, { address: 'r@x.example' })))).toBe(3);
    expect(await granted(many.map((n) => issue(`h${String(n)}`)))).toBe(2);
    expect(await issue('later', { at: later(61) })).toBe(0);
    expect(await issue('still', { address: 'R@x.example', at: later(61) })).toBeGreaterThan(22 * 3600);
    expect(await granted(many.map((n) => issue(`n${String(n)}`, { network: 'one', at: later(1500) })))).toBe(4);
    expect(await granted(many.map((n) => issue(`c${String(n)}`, { conversation: 'c', at: later(3000) })))).toBe(3);
  });

  test('a mail code is good once, for its address and conversation, for few tries, and only the newest', async () => {
    const limits = { perHour: 50, perNetwork: 50, perRecipient: 50 };
    const about = { conversation: 'c', address: 'ann@x.example' };
    const issue = (code: string) => storage.mailCodes.issue({ id: code, ...about, network: 'n', code, at }, limits);
    const redeem = (code: string, more: { conversation?: string; address?: string; at?: string } = {}) =>
      storage.mailCodes.redeem({ ...about, code, at: later(1), ...more });
    await issue('111111');
    await issue('222222');
    expect(await redeem('111111')).toBe(false);
    expect(await redeem('222222', { conversation: 'd' })).toBe(false);
    expect(await redeem('222222', { address: 'bo@x.example' })).toBe(false);
    expect(await redeem('222222', { at: later(16) })).toBe(false);
    expect((await Promise.all([redeem('222222'), redeem('222222')])).filter(Boolean)).toHaveLength(1);
    await issue('333333');
    expect(await Promise.all([1, 2, 3, 4, 5].map(() => redeem('000000')))).not.toContain(true);
    expect(await redeem('333333')).toBe(false);
  });

  test('erasing a conversation takes its address, its drafts and what waits to be sent', async () => {
    await storage.conversations.save(turn(0, entry('a')));
    await storage.addresses.keep('c', { channel: 'email', where }, at);
    await storage.outbox.put(delivery('a'));
    await storage.outbox.put(delivery('other', { conversation: 'd' }));
    const draft = { id: 'd', conversation: 'c', channel: 'email', language: 'en', sections: [], at };
    await storage.drafts.put({ ...draft, where });
    await storage.conversations.save({ ...turn(1, entry('b')), effects: [{ kind: 'erase' }] });
    expect(await storage.addresses.of('c')).toBeNull();
    expect(await storage.drafts.read('d')).toBeNull();
    expect((await storage.outbox.list(['queued'], 10)).map(({ id }) => id)).toEqual(['other']);
  });

  test('of links for the first administrator only the newest is good, and none when there is one', async () => {
    const first = async (hash: string) => storage.staff.inviteFirst({ hash, until: later(60) });
    expect([await first('a'), await first('b')]).toEqual([true, true]);
    expect([await storage.staff.invitation('a', at), await storage.staff.invitation('b', at)]).toEqual([
      null,
      { role: 'admin', name: null },
    ]);
    await storage.staff.invite({ hash: 'c', role: 'admin', name: null, until: later(60) });
    await storage.staff.join({ invitation: 'c', name: 'Ada', passwordHash: 'x', at });
    expect([await storage.staff.invitation('b', at), await first('d')]).toEqual([null, false]);
    expect(await storage.staff.invitation('d', at)).toBeNull();
  });

  test('a browser is known to the account that signed in from it, for its time, until its sessions are ended', async () => {
    const ada = await storage.staff.fromIssuer({ subject: 'ada', name: 'Ada', role: 'curator', at });
    const account = ada === 'removed' ? '' : ada.id;
    const known = async (hash: string, of = account, now = at) => storage.staff.knowsBrowser(hash, of, now);
    for (const hash of ['a', 'b']) await storage.staff.rememberBrowser({ hash, account, until: later(60) });
    expect([
      await known('a'),
      await known('c'),
      await known('a', 'other'),
      await known('a', account, later(61)),
    ]).toEqual([true, false, false, false]);
    await storage.staff.endSessions(account);
    expect([await known('a'), await known('b')]).toEqual([false, false]);
    await storage.staff.rememberBrowser({ hash: 'd', account, until: later(60) });
    const before = Object.fromEntries(kept.map((kind) => [kind, kind === 'sessions' ? later(61) : longAgo])) as Record<
      Kept,
      string
    >;
    expect((await storage.personalData.forget(before, at)).sessions).toBe(1);
  });

  test('a saved reply is whole in every language it was written in, is changed as a whole, and removed once', async () => {
    const { savedReplies } = storage;
    const [en, fr] = [
      { title: 'Come in', text: 'Come to {{desk}}.' },
      { title: 'Venez', text: 'Venez à {{service}}.' },
    ];
    const [ada, ben] = [
      { id: 'a', name: 'Ada' },
      { id: 'b', name: 'Ben' },
    ];
    await savedReplies.keep({ id: 'r', texts: { en, fr } }, ada, at);
    await savedReplies.keep({ id: 's', texts: { en } }, ada, at);
    await savedReplies.keep({ id: 'r', texts: { fr } }, ben, later(1));
    expect(await savedReplies.list()).toEqual([
      { id: 'r', texts: { fr }, name: 'Ben', at: later(1) },
      { id: 's', texts: { en }, name: 'Ada', at },
    ]);
    expect([await savedReplies.remove('r'), await savedReplies.remove('r')]).toEqual(['removed', 'unknown']);
    expect(await savedReplies.read('r')).toBeNull();
  });
}
