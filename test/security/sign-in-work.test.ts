import type * as crypto from 'node:crypto';
import { afterEach, expect, test, vi } from 'vitest';
import { createPasswords } from '../../src/console/sign-in/passwords.ts';
import { openRoom, password } from '../console/room.ts';

/** What Argon2id is asked for, and how many at once: the real one, counted. */
const { asked, load } = vi.hoisted(() => ({ asked: [] as string[], load: { now: 0, most: 0 } }));
vi.mock('node:crypto', async (original) => {
  const real = await original<typeof crypto>();
  const argon2: typeof real.argon2 = (algorithm, parameters, done) => {
    const { memory, passes, parallelism } = parameters;
    asked.push(`${algorithm} ${memory} ${passes} ${parallelism}`);
    load.most = Math.max(load.most, ++load.now);
    real.argon2(algorithm, parameters, (problem, hash) => {
      load.now--;
      done(problem, hash);
    });
  };
  return { ...real, argon2 };
});
afterEach(() => {
  asked.length = 0;
  load.most = 0;
});

test('a name that nobody has costs the work that a wrong password costs', async () => {
  const room = await openRoom();
  await room.join('reviewer', 'Ada');
  const work = async (name: string) => {
    asked.length = 0;
    await room.browser().send('/staff/sign-in', { name, password: 'a guess' });
    return [...asked];
  };
  expect([await work('Ada'), await work('Nobody')]).toEqual([['argon2id 19456 2 1'], ['argon2id 19456 2 1']]);
  await room.close();
});

test('a flood from 150 addresses hashes two passwords at once, is heard whole, and a known browser does not wait behind it', async () => {
  const room = await openRoom({ config: { publicUrl: null, trustProxy: true } });
  const ada = await room.join('admin', 'Ada');
  await ada.send('/staff/sign-out', {}, { from: '/staff/accounts' });
  const visitor = room.browser();
  await visitor.get('/staff/sign-in');
  asked.length = 0;
  const answered: string[] = [];
  const flood = Array.from({ length: 150 }, async (_, count) => {
    const headers = { 'x-forwarded-for': `203.0.113.${count}` };
    const { status } = await visitor.send('/staff/sign-in', { name: 'Ada', password: 'a guess' }, { headers });
    answered.push(`guess ${status}`);
  });
  await expect.poll(() => load.now).toBe(2);
  expect((await ada.send('/staff/sign-in', { name: 'Ada', password })).status).toBe(303);
  answered.push('Ada');
  await Promise.all(flood);
  expect([load.most, asked.length]).toEqual([2, 151]);
  expect(new Set(answered)).toEqual(new Set(['guess 401', 'Ada']));
  expect(answered.at(-1)).not.toBe('Ada');
  await room.close();
});

test('known browsers are heard first, then who tries for the first time; beyond those that wait nobody is taken on', async () => {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const held = (what: string) =>
    new Promise<boolean>((resolve) => {
      begun.push(what);
      ends.push(() => {
        resolve(false);
      });
    });
  const passwords = createPasswords({ hash: () => Promise.resolve(''), isRight: held, pretend: held });
  const guesses = Array.from({ length: 2 + 256 }, (_, count) => passwords.check(`guess ${count}`, null, 'again'));
  expect(await passwords.check('one too many', null, 'again')).toBeNull();
  const others = [passwords.check('first', null, 'first'), passwords.check('known', 'hash', 'known')];
  expect(begun).toEqual(['guess 0', 'guess 1']);
  for (let done = 0; done < 260; done++) {
    ends[done]?.();
    await expect.poll(() => ends.length).toBeGreaterThan(Math.min(done + 1, 258));
  }
  expect(begun.slice(0, 5)).toEqual(['guess 0', 'guess 1', 'known', 'first', 'guess 2']);
  expect(new Set(await Promise.all([...guesses, ...others]))).toEqual(new Set([false]));
});
