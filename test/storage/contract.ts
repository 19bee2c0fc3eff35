import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshState } from '../../src/conversation/state.ts';
import type { JournalEntry } from '../../src/ports/journal.ts';
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

  test('who follows a conversation hears of each write to it, until they stop', async () => {
    let heard = 0;
    const stop = storage.journal.follow('c', () => (heard += 1));
    await storage.conversations.save(turn(0, entry('a')));
    await storage.conversations.save({ ...turn(0, entry('a', { conversation: 'd' })), conversation: 'd' });
    await storage.conversations.save(turn(0, entry('lost')));
    expect(heard).toBe(1);
    stop();
    await storage.conversations.save(turn(1, entry('b')));
    expect(heard).toBe(1);
  });
}
