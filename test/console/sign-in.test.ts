import { afterEach, beforeEach, expect, test } from 'vitest';
import { firstAccountLink } from '../../src/console/sign-in/first-account.ts';
import { openRoom, password, type Room } from './room.ts';

let room: Room;
beforeEach(async () => {
  room = await openRoom();
});
afterEach(() => room.close());

const minute = 60_000;

async function signIn(name: string, given: string) {
  const visitor = room.browser();
  return { visitor, ...(await visitor.send('/staff/sign-in', { name, password: given })) };
}

test('the first administrator comes in by a link that works once, and is offered only while there is no administrator', async () => {
  const path = await firstAccountLink(room.storage.staff, new Date('2026-11-22T10:00:00Z'));
  const first = room.browser();
  expect((await first.get(path!)).text).toContain('Your account');
  expect(await first.send(path!, { name: 'Ada', password, again: password })).toMatchObject({ status: 303 });
  expect((await first.get('/staff/accounts')).text).toContain('Ada');
  expect((await room.browser().get(path!)).status).toBe(410);
  expect(
    (await room.browser().send(path!, { name: 'Eve', password, again: password }, { from: '/staff/sign-in' })).status,
  ).toBe(410);
  expect(await firstAccountLink(room.storage.staff, new Date('2026-11-22T10:00:00Z'))).toBeNull();
});

test.each([
  ['no name', { name: ' ', password, again: password }, 'Give a name'],
  ['a short password', { name: 'Ada', password: 'short', again: 'short' }, 'too short'],
  ['two passwords', { name: 'Ada', password, again: `${password}!` }, 'differ'],
])('an account with %s is not made', async (_, fields, words) => {
  const path = await firstAccountLink(room.storage.staff, new Date('2026-11-22T10:00:00Z'));
  const refused = await room.browser().send(path!, fields);
  expect([refused.status, refused.text.includes(words)]).toEqual([422, true]);
});

test('a name is one account, whatever its letters’ case', async () => {
  await room.join('reviewer', 'Ada');
  const admin = await room.join('admin', 'Root');
  const { text } = await admin.send('/staff/accounts', { role: 'reviewer', name: '' });
  const link = /<code>http:\/\/[^/]*([^<]*)<\/code>/.exec(text)?.[1] ?? '';
  expect((await room.browser().send(link, { name: 'ADA', password, again: password })).text).toContain(
    'has this name already',
  );
});

test('the right password lets in, a wrong one and an unknown name are refused alike', async () => {
  await room.join('reviewer', 'Ada');
  expect(await signIn('ada', password)).toMatchObject({ status: 303, to: '/staff' });
  const [wrong, nobody] = [await signIn('Ada', 'wrong'), await signIn('Eve', 'wrong')];
  expect([wrong.status, nobody.status]).toEqual([401, 401]);
  const refusal = (text: string) => /role="alert">([^<]*)</.exec(text)?.[1];
  expect(refusal(wrong.text)).toBe(refusal(nobody.text));
});

test('a session ends with signing out, after hours without use, after a week, and with its account', async () => {
  const admin = await room.join('admin', 'Root');
  const ada = await room.join('reviewer', 'Ada');
  expect((await ada.get('/staff')).to).toBe('/staff/conversations');
  const kept = new Map(ada.cookies);
  await ada.send('/staff/sign-out', {}, { from: '/staff/accounts' });
  for (const [name, value] of kept) ada.cookies.set(name, value);
  expect((await ada.get('/staff')).to).toMatch(/^\/staff\/sign-in/);

  const again = (await signIn('Ada', password)).visitor;
  room.wait(3 * 60 * minute);
  expect((await again.get('/staff')).to).toBe('/staff/conversations');
  room.wait(5 * 60 * minute);
  expect((await again.get('/staff')).to).toMatch(/^\/staff\/sign-in/);

  const third = (await signIn('Ada', password)).visitor;
  const root = (await signIn('Root', password)).visitor;
  const id = /\/staff\/accounts\/([^/]+)\/remove/.exec((await root.get('/staff/accounts')).text)?.[1] ?? '';
  expect((await root.send(`/staff/accounts/${id}/remove`, {}, { from: '/staff/accounts' })).status).toBe(303);
  expect((await third.get('/staff')).to).toMatch(/^\/staff\/sign-in/);
  expect((await signIn('Ada', password)).status).toBe(401);
  expect((await admin.get('/staff')).to).toMatch(/^\/staff\/sign-in/);
});

test('the last administrator can neither leave nor step down', async () => {
  const admin = await room.join('admin', 'Root');
  const id = /\/staff\/accounts\/([^/]+)\/remove/.exec((await admin.get('/staff/accounts')).text)?.[1] ?? '';
  for (const action of ['remove', 'role']) {
    const done = await admin.send(`/staff/accounts/${id}/${action}`, { role: 'reviewer' }, { from: '/staff/accounts' });
    expect(done.to).toContain('done=account.last-admin');
  }
  expect((await admin.get('/staff/accounts')).status).toBe(200);
});

test('the cookie is kept from scripts and other sites, and is bound to https where there is https', async () => {
  const { headers } = await signIn('nobody', 'x');
  const plain = await room.browser().get('/staff/sign-in');
  expect(plain.headers.getSetCookie()[0]).toMatch(/^visitor=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/);
  expect(headers.get('cache-control')).toBe('no-store');
  await room.close();
  room = await openRoom({ config: { publicUrl: 'https://guichet.school.example', trustProxy: true } });
  const secure = await room.browser().get('/staff/sign-in');
  expect(secure.headers.getSetCookie()[0]).toMatch(/^__Host-visitor=.*; Secure$/);
});

test('nothing that could be used to sign in stands in the database', async () => {
  const ada = await room.join('admin', 'Ada');
  const told = JSON.stringify([
    await room.storage.staff.credentials('Ada'),
    await room.storage.staff.accounts('2026-11-22T10:00:00Z'),
  ]);
  expect(told).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
  expect(told).not.toContain(password);
  expect(told).not.toContain(ada.cookies.get('staff'));
});

test.each([
  ['another site', { origin: 'https://evil.example' }, {}],
  ['a page of another site that hides its origin', { origin: 'null', 'sec-fetch-site': 'cross-site' }, {}],
  ['a form without the token', {}, { csrf: 'x' }],
  ['a form with an empty token', {}, { csrf: '' }],
])('a form from %s does nothing', async (_, headers, fields) => {
  const admin = await room.join('admin', 'Root');
  const csrf = /name="csrf" value="([^"]*)"/.exec((await admin.get('/staff/accounts')).text)?.[1] ?? '';
  const before = await room.storage.staff.accounts('2026-11-22T10:00:00Z');
  const done = await admin.send('/staff/accounts', { csrf, role: 'admin', ...fields }, { headers });
  expect(done.status).toBe(403);
  expect(done.text).toContain('out of date');
  expect(await room.storage.staff.accounts('2026-11-22T10:00:00Z')).toEqual(before);
  expect(done.text).not.toContain('/staff/invitation/');
});

test('the token of one visitor is no good in the session of another', async () => {
  const [root, other] = [await room.join('admin', 'Root'), await room.join('admin', 'Other')];
  const csrf = /name="csrf" value="([^"]*)"/.exec((await other.get('/staff/accounts')).text)?.[1] ?? '';
  expect((await root.send('/staff/accounts', { csrf, role: 'admin' })).status).toBe(403);
});

test('after signing in one goes on where one was going, and never elsewhere', async () => {
  await room.join('admin', 'Root');
  for (const [to, expected] of [
    ['/staff/accounts?x=1', '/staff/accounts?x=1'],
    ['https://evil.example/staff', '/staff'],
    ['//evil.example', '/staff'],
    ['/staff/../evil', '/staff'],
    ['/\\evil.example', '/staff'],
  ] as const) {
    const done = await room.browser().send('/staff/sign-in', { name: 'Root', password, to });
    expect([to, done.to]).toEqual([to, expected]);
  }
});
