import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStorage } from '../../../src/storage/open-storage.ts';
import { say, serveGuichet } from './running-guichet.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-kill-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('killed in a burst of 200 messages: what was acknowledged is in the journal, and the dialog goes on', async () => {
  const path = join(folder, 'guichet.db');
  const environment = { DATABASE_URL: `sqlite:${path}` };
  const before = await serveGuichet(environment);
  const asked = await say(before.url, 'interview', 'i1', 'check my situation');
  expect(asked.asking).not.toBeNull();

  const acknowledged = await burst(before.url, 200, async (count) => {
    if (count === 100) await before.end('SIGKILL');
  });
  expect(acknowledged.length).toBeGreaterThanOrEqual(100);
  expect(acknowledged.length).toBeLessThan(200);

  const after = await serveGuichet(environment);
  const next = await say(after.url, 'interview', 'i2', 'no');
  expect(next.asking).not.toBeNull();
  expect(next.asking).not.toBe(asked.asking);
  expect(await after.end('SIGTERM')).toBe(0);

  const storage = await openStorage({ kind: 'sqlite', path, durability: 'NORMAL' });
  for (const { conversation, id } of acknowledged) {
    const turn = await storage.conversations.answered(`test/${conversation}`, id);
    expect(turn?.map(({ direction }) => direction)).toEqual(['in', 'out']);
  }
  // Whole turns or nothing: no message stands there without its answer.
  for (const conversation of conversations) {
    const kept = await storage.journal.read(`test/${conversation}`, 0, 1000);
    expect(kept.map(({ position }) => position)).toEqual(kept.map((_, index) => index + 1));
    expect(kept.filter(({ direction }) => direction === 'in')).toHaveLength(kept.length / 2);
  }
  await storage.close();
}, 240_000);

const conversations = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

/** Everybody talks at once; those whose answer came are returned. */
async function burst(url: string, messages: number, acknowledged: (count: number) => Promise<void>) {
  const done: { conversation: string; id: string }[] = [];
  await Promise.all(
    conversations.map(async (conversation) => {
      for (let n = 0; n < messages / conversations.length; n++) {
        const id = `${conversation}-${n}`;
        try {
          await say(url, conversation, id, 'how much is a visit to the doctor?');
        } catch {
          return;
        }
        done.push({ conversation, id });
        await acknowledged(done.length);
      }
    }),
  );
  return done;
}
