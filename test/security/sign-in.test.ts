import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { firstAccountLink } from '../../src/console/sign-in/first-account.ts';
import { openStorage } from '../../src/storage/open-storage.ts';
import { openRoom, password, type Got, type Room, type Visitor } from '../console/room.ts';

/** Requests that strangers send to the sign-in, and what each gets now. Who they are is what our proxy says of them. */
let room: Room;
beforeEach(async () => {
  room = await openRoom({ config: { publicUrl: null, trustProxy: true } });
});
afterEach(() => room.close());

const home = '192.0.2.10';
const minute = 60_000;

async function tries(name: string, given: string, from: string, visitor: Visitor = room.browser()): Promise<Got> {
  return visitor.send('/staff/sign-in', { name, password: given }, { headers: { 'x-forwarded-for': from } });
}

async function hammer(times: number, name: string, from: (count: number) => string): Promise<void> {
  for (let count = 0; count < times; count++) await tries(name, `guess ${count}`, from(count));
}

/** A page without what differs between any two: the token of its form, and the nonce of its styles. */
function same({ status, text }: Got): unknown {
  return [status, text.replace(/name="csrf" value="[^"]*"/, '').replace(/nonce="[^"]*"/g, '')];
}

test('an unknown name, a wrong password and a try that comes too soon are answered by the same page', async () => {
  await room.join('reviewer', 'Ada');
  const unknown = await tries('Nobody', 'a guess', home);
  const wrong = await tries('Ada', 'a guess', home);
  await hammer(10, 'Ada', () => home);
  const slowed = await tries('Ada', password, home);
  expect(unknown.status).toBe(401);
  expect(same(wrong)).toEqual(same(unknown));
  expect(same(slowed)).toEqual(same(unknown));
});

describe('while an administrator’s name is hammered, the right password is heard at the first try', () => {
  test.each<[string, (count: number) => string]>([
    ['from one address', () => '203.0.113.1'],
    ['from a hundred addresses', (count) => `203.0.113.${count}`],
    ['from a hundred IPv6 networks', (count) => `2001:db8:0:${count.toString(16)}::1`],
  ])('%s', async (_, from) => {
    await room.join('admin', 'Ada');
    await hammer(100, 'Ada', from);
    expect((await tries('Ada', password, home)).status).toBe(303);
  });

  test('and one try a quarter of an hour, for a day, keeps nobody out', async () => {
    await room.join('admin', 'Ada');
    for (let quarter = 0; quarter < 96; quarter++) {
      await tries('Ada', `guess ${quarter}`, '203.0.113.1');
      room.wait(15 * minute);
    }
    expect((await tries('Ada', password, home)).status).toBe(303);
  });

  test('from their own address even, when they signed in from this browser before', async () => {
    const ada = await room.join('admin', 'Ada');
    await ada.send('/staff/sign-out', {}, { from: '/staff/accounts' });
    await hammer(100, 'Ada', () => home);
    expect((await tries('Ada', password, home)).status).toBe(401);
    expect((await tries('Ada', password, home, ada)).status).toBe(303);
  });
});

test('a browser that is known to one account is no better off with another', async () => {
  await room.join('admin', 'Ada');
  const eve = await room.join('reviewer', 'Eve');
  await eve.send('/staff/sign-out', {}, { from: '/staff/conversations' });
  const refused = async () => (await room.storage.audit.list({ what: 'sign-in.refused' }, 100)).length;
  for (let count = 0; count < 30; count++) await tries('Ada', `guess ${count}`, home, eve);
  expect(await refused()).toBe(5);
});

test('guesses from one address are heard ever more rarely, whatever the name; those in between are not checked', async () => {
  await room.join('reviewer', 'Ada');
  const visitor = room.browser();
  const heard: number[] = [];
  let before = 0;
  for (let second = 0; second < 40; second++) {
    await tries(second % 2 === 0 ? 'Ada' : `nobody ${second}`, 'a guess', home, visitor);
    const now = (await room.storage.audit.list({ what: 'sign-in.refused' }, 100)).length;
    if (now > before) heard.push(second);
    before = now;
    room.wait(1000);
  }
  expect(heard).toEqual([0, 1, 2, 3, 4, 5, 7, 11, 19, 35]);
});

test('addresses of one IPv6 network count as one, those of another do not', async () => {
  await room.join('reviewer', 'Ada');
  await hammer(20, 'nobody', (count) => `2001:db8::${count.toString(16)}`);
  expect((await tries('Ada', password, '2001:db8::ffff')).status).toBe(401);
  expect((await tries('Ada', password, '2001:db8:0:1::1')).status).toBe(303);
});

describe('the link for the first administrator', () => {
  const opens = async (path: string | null): Promise<number> => (await room.browser().get(path ?? '')).status;
  const start = () => firstAccountLink(room.storage.staff, new Date('2026-11-22T10:00:00Z'));

  test('of every start ends those before it', async () => {
    const links = [await start(), await start(), await start()];
    expect(await Promise.all(links.map(opens))).toEqual([410, 410, 200]);
    const late = await room
      .browser()
      .send(links[0]!, { name: 'Eve', password, again: password }, { from: '/staff/sign-in' });
    expect([late.status, await room.storage.staff.accounts('2026-11-22T10:00:00Z')]).toEqual([410, []]);
  });

  const colleague = { subject: 'u1', name: 'Ada', at: '2026-11-22T10:00:00Z' };
  test.each<[string, () => Promise<unknown>]>([
    ['was invited', () => room.join('admin', 'Ada')],
    ['came with the school’s account', () => room.storage.staff.fromIssuer({ ...colleague, role: 'admin' })],
    [
      'was a curator before',
      async () => {
        const joined = await room.storage.staff.fromIssuer({ ...colleague, role: 'curator' });
        expect(await opens(await start())).toBe(200);
        await room.storage.staff.setRole(joined === 'removed' ? '' : joined.id, 'admin');
      },
    ],
  ])('ends when there is an administrator, who %s', async (_, happens) => {
    const link = await start();
    await happens();
    expect([await opens(link), await start()]).toEqual([410, null]);
  });
});

test('of a sign-in that fails nothing that was typed is kept: not in the database, not in its log, not in ours', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-typed-'));
  const storage = await openStorage({ kind: 'sqlite', path: join(folder, 'guichet.db'), durability: 'NORMAL' });
  const kept = await openRoom({ ...storage });
  const typed = { name: 'my-secret-passphrase', password: 'another-secret-passphrase' };
  for (let count = 0; count < 8; count++) {
    expect((await kept.browser().send('/staff/sign-in', typed)).text).not.toContain('secret-passphrase');
  }
  const bytes = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
  expect(JSON.stringify([bytes, kept.log.lines])).not.toContain('secret-passphrase');
  expect(await storage.audit.list({}, 10)).toHaveLength(5);
  await kept.close();
  await storage.close();
  rmSync(folder, { recursive: true });
});

test.each([
  ['no base64', '....'],
  ['no JSON', Buffer.from('{"verifier":').toString('base64url')],
  ['JSON that is no journey', Buffer.from('null').toString('base64url')],
  ['a journey without its state', Buffer.from('{"verifier":"v","nonce":"n","to":"/staff"}').toString('base64url')],
])('a way back from the issuer with a cookie that holds %s is refused', async (_, value) => {
  const never = () => Promise.reject(new Error('the issuer was asked'));
  const school = await openRoom({ issuer: { leave: never, arrive: never } });
  const visitor = school.browser();
  visitor.cookies.set('journey', value);
  expect((await visitor.get('/staff/issuer/back?code=x&state=y')).status).toBe(403);
  expect(JSON.stringify(school.log.lines)).not.toContain(value);
  await school.close();
});
