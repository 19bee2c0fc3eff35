import { expect, test } from 'vitest';
import { createDesk } from '../../src/desk/create-desk.ts';
import { freshState } from '../../src/conversation/state.ts';
import type { Desk } from '../../src/ports/desk.ts';
import type { Storage } from '../../src/storage/open-storage.ts';
import { incoming, recordingLog, reply, trace } from '../desk/real-desk.ts';
import { at, entry, turn } from './contract.ts';

/** What processes on one database owe one another. `open` opens another one. */
export function processesContract(open: () => Promise<Storage>): void {
  test('of twenty messages at once in one conversation each is answered once, whichever process takes it', async () => {
    const houses = [await open(), await open()] as const;
    const desks = houses.map(deskOn);
    const ids = Array.from({ length: 20 }, (_, number) => `m${String(number)}`);
    const answers = await Promise.all(
      ids.map((id, number) => desks[number % 2]!.receive(incoming(id, { conversation: 'c' }))),
    );
    const kept = await houses[0].journal.read('c', 0, 100);
    expect(
      kept
        .filter(({ direction }) => direction === 'in')
        .map(({ activity }) => activity)
        .sort(),
    ).toEqual(ids.sort());
    expect(kept).toHaveLength(40);
    for (const { position, activities } of answers)
      expect(kept[position]).toMatchObject({ position: position + 1, activity: activities[0] });
    for (const house of houses) await house.close();
  });

  test('a message that comes again has the answer and the place that it had', async () => {
    const house = await open();
    const desk = deskOn(house);
    const said = incoming('again', { conversation: 'c' });
    const heard: number[] = [];
    house.journal.follow('c', (upTo) => heard.push(upTo));
    const first = await desk.receive(said);
    const told = heard.length;
    const second = await desk.receive(said);
    expect(second).toEqual({ ...first, repeated: true });
    // Who follows is told again: whoever should have told them may have died.
    expect(heard.length).toBeGreaterThan(told);
    await house.close();
  });

  test('a state that another process wrote is what the next turn begins with', async () => {
    const [one, other] = [await open(), await open()];
    await one.conversations.save(turn(0, entry('a')));
    expect(await other.conversations.begin('c', 'b')).toMatchObject({ kind: 'new', version: 1, entries: 1 });
    expect(await other.conversations.begin('c', 'a')).toMatchObject({ kind: 'answered', entries: [{ position: 1 }] });
    await one.close();
    await other.close();
  });
}

/** A desk that says yes. */
export function deskOn({ conversations }: Storage): Desk {
  return createDesk({
    takeTurn: () => Promise.resolve({ state: freshState, replies: [reply('Yes.')], trace, effects: [] }),
    apologise: () => ({ replies: [reply('Sorry.')], trace }),
    redact: (text) => ({ text, found: [], born: [] }),
    asking: () => null,
    inDanger: () => null,
    conversations,
    clock: () => new Date(at),
    log: recordingLog(),
  });
}
