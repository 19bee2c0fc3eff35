import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Storage } from '../../src/storage/open-storage.ts';
import { trace } from '../desk/real-desk.ts';
import { entry, later, turn } from './contract.ts';

/** What every database has to keep of emergencies. `open` opens the same one again; it is empty before each test. */
export function emergenciesContract(open: () => Promise<Storage>): void {
  let storage: Storage;
  beforeEach(async () => {
    storage = await open();
  });
  afterEach(() => storage.close());

  describe('emergencies', () => {
    const ada = { id: 'ada', name: 'Ada' };
    const ben = { id: 'ben', name: 'Ben' };
    const inDanger = (expected: number, degree: 'certain' | 'possible', when: string, conversation = 'c') => {
      const danger = { degree, kind: 'life', words: ['fell'], language: 'es' } as const;
      const heard = entry(`m${String(expected)}`, { conversation });
      const said = entry(`m${String(expected)}/1`, { conversation, direction: 'out', trace: { ...trace, danger } });
      return storage.conversations.save({ ...turn(expected, heard, said), conversation, at: when });
    };
    const standing = async () =>
      (await storage.emergencies.list(10)).map(({ conversation, degree }) => `${conversation} ${degree}`);

    test('wait over a restart: certain before possible, the newest first, a conversation once', async () => {
      await inDanger(0, 'possible', later(3), 'a');
      await inDanger(0, 'certain', later(1), 'b');
      await inDanger(0, 'certain', later(2), 'c');
      await inDanger(1, 'possible', later(4), 'c');
      await storage.close();
      storage = await open();
      expect(await standing()).toEqual(['c certain', 'b certain', 'a possible']);
      expect(await storage.emergencies.waiting()).toEqual({ certain: 2, possible: 1 });
      expect(await storage.emergencies.of('c')).toMatchObject({ turn: 2, times: 2, language: 'es', at: later(4) });
    });

    test('are seen by the first and done once, up to what was looked at', async () => {
      await inDanger(0, 'certain', later(1));
      const upTo = { conversation: 'c', turn: 1 };
      expect(await storage.emergencies.see(upTo, ada, later(2))).toEqual(ada);
      expect(await storage.emergencies.see(upTo, ben, later(3))).toEqual(ada);
      await inDanger(1, 'possible', later(4));
      expect(await storage.emergencies.done(upTo, ben, later(5))).toBe('done');
      expect(await storage.emergencies.done(upTo, ben, later(6))).toBe('not-open');
      expect(await storage.emergencies.of('c')).toMatchObject({ degree: 'possible', seen: null, doneAt: null });
      expect(await standing()).toEqual(['c possible']);
    });

    test('are counted by degree and kind, and no other figure counts them', async () => {
      await storage.conversations.save({
        ...turn(0, entry('x'), entry('x/1', { direction: 'out', trace })),
        ...{ conversation: 'calm' },
        entries: [
          entry('x', { conversation: 'calm' }),
          entry('x/1', { conversation: 'calm', direction: 'out', trace }),
        ],
      });
      await inDanger(0, 'certain', later(1), 'a');
      await inDanger(0, 'possible', later(1), 'b');
      const span = { from: '2026-11-01', until: '2026-12-01' };
      const { numbers } = storage;
      expect(await numbers.emergencies(span)).toEqual([
        { degree: 'certain', kind: 'life', count: 1 },
        { degree: 'possible', kind: 'life', count: 1 },
      ]);
      const asked = (await numbers.questions('day', span)).reduce((sum, { count }) => sum + count, 0);
      expect([asked, (await numbers.conversations(span)).all]).toEqual([1, 1]);
      expect(await numbers.verdicts(span)).toEqual([]);
      expect(await numbers.missed('decline', span, 10)).toEqual([]);
    });

    test('go with what was said', async () => {
      await inDanger(0, 'certain', later(1));
      await storage.personalData.erase('c', later(2));
      expect(await storage.emergencies.of('c')).toBeNull();
    });
  });

  test('an address gets the numbers once an hour, also side by side and over a restart', async () => {
    const allow = (id: string, minutes: number, recipient = 'ana@example.org') =>
      storage.letters.allowNumbers({ recipient, at: later(minutes), id });
    const both = await Promise.all([allow('one', 0), allow('two', 0)]);
    expect(both.filter(Boolean)).toHaveLength(1);
    const first = both[0] ? 'one' : 'two';
    await storage.close();
    storage = await open();
    expect(await allow('three', 59)).toBe(false);
    expect(await allow('three', 59, 'ANA@example.org')).toBe(false);
    expect(await allow(first, 59)).toBe(true);
    expect(await allow('three', 59, 'bo@example.org')).toBe(true);
    expect(await allow('three', 60)).toBe(true);
  });
}
