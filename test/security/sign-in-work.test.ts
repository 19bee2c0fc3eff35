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

test('a flood of sign-ins hashes two passwords at once, and a known browser does not wait behind it', async () => {
  const room = await openRoom({ config: { publicUrl: null, trustProxy: true } });
  const ada = await room.join('admin', 'Ada');
  await ada.send('/staff/sign-out', {}, { from: '/staff/accounts' });
  const visitor = room.browser();
  await visitor.get('/staff/sign-in');
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
  expect(load.most).toBe(2);
  expect(new Set(answered)).toEqual(new Set(['guess 401', 'Ada']));
  expect(answered.at(-1)).not.toBe('Ada');
  await room.close();
});

test('beyond those that wait a stranger’s password is not taken on; a known browser’s is, and is next', async () => {
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
  const strangers = Array.from({ length: 66 }, (_, count) => passwords.check(`stranger ${count}`, null, false));
  expect(await passwords.check('one too many', null, false)).toBeNull();
  const known = passwords.check('known', 'hash', true);
  expect(begun).toEqual(['stranger 0', 'stranger 1']);
  ends[0]?.();
  await expect.poll(() => begun.at(-1)).toBe('known');
  while (begun.length < 67) {
    ends.forEach((end) => {
      end();
    });
    await Promise.resolve();
  }
  ends.forEach((end) => {
    end();
  });
  expect(new Set([await known, ...(await Promise.all(strangers))])).toEqual(new Set([false]));
});
