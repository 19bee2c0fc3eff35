import { Secret, TOTP } from 'otpauth';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hashPassword } from '../../src/console/sign-in/password.ts';
import { invite } from '../../src/console/sign-in/invitation.ts';
import { problemWith } from '../../src/console/sign-in/judge-password.ts';
import { hashOf } from '../../src/console/token.ts';
import { openRoom, password, type Room, type Visitor } from './room.ts';

describe('a password', () => {
  test.each([
    ['one sign too short', 'fig-lantern', 'too-short'],
    ['as short as may be', 'fig-lantern!', null],
    ['of a few words', 'four words in a row', null],
    ['in another script', 'чайник на подоконнике', null],
    ['as long as may be', `${'fig lantern '.repeat(16)}otter on`, null],
    ['one sign too long', `${'fig lantern '.repeat(16)}otter one`, 'too-long'],
    ['a common one twice', 'passwordpassword', 'common'],
    ['figures that count up', '123456789012345', 'common'],
    ['a common one in capitals', 'MOTHERFUCKER', 'common'],
    ['a common one with figures for letters', 'P@ssw0rd1234', 'common'],
    ['a row of keys', 'qwertyuiop123', 'common'],
    ['a row of keys in France', 'azertyuiop12', 'common'],
    ['one letter over and over', 'aaaaaaaaaaaaaaa', 'common'],
    ['the name', 'Ingrid Solberg', 'name'],
    ['the name with a year', 'solbergingrid2026', 'name'],
    ['the name and a little', 'Ingrid-Solberg!!ab', 'name'],
    ['the program’s name', 'guichet-guichet', 'name'],
    ['a word that a short name stands in', 'resolbergen lighthouse', null],
  ])('%s', (_, typed, problem) => {
    expect(problemWith(typed, 'Ingrid Solberg')).toBe(problem);
  });
});

let room: Room;
beforeEach(async () => {
  room = await openRoom();
});
afterEach(() => room.close());

const now = () => room.parts.clock().getTime();
const signIn = async (visitor: Visitor, name: string, given = password) =>
  visitor.send('/staff/sign-in', { name, password: given });
const other = 'a lantern under the fig tree';

async function accountId(name: string): Promise<string> {
  const accounts = await room.storage.staff.accounts(new Date(now()).toISOString());
  return accounts.find((account) => account.name === name)?.id ?? '';
}

describe('changing one’s own password', () => {
  test('the new one lets in, the old one does not, and every other browser is signed out', async () => {
    const here = await room.join('reviewer', 'Ada');
    const there = room.browser();
    await signIn(there, 'Ada');
    const changed = await here.send(
      '/staff/account/password',
      { current: password, password: other, again: other },
      { from: '/staff/account' },
    );
    expect(changed).toMatchObject({ status: 303, to: '/staff/account?done=account:password' });
    expect((await here.get('/staff/conversations')).status).toBe(200);
    expect((await there.get('/staff/conversations')).to).toMatch(/^\/staff\/sign-in/);
    expect((await signIn(room.browser(), 'Ada')).status).toBe(401);
    expect((await signIn(room.browser(), 'Ada', other)).status).toBe(303);
  });

  test.each([
    ['a wrong one now', { current: 'wrong', password: other, again: other }, 'not your password'],
    ['a short new one', { current: password, password: 'short', again: 'short' }, 'too short'],
    ['a long new one', { current: password, password: other.repeat(8), again: other.repeat(8) }, 'Nothing was cut off'],
    ['a common new one', { current: password, password: 'passwordpassword', again: 'passwordpassword' }, 'tried first'],
    ['the name', { current: password, password: 'ada ada ada 2026', again: 'ada ada ada 2026' }, 'more than a name'],
    ['two new ones', { current: password, password: other, again: `${other}!` }, 'differ'],
    ['the same', { current: password, password, again: password }, 'have already'],
  ])('%s changes nothing', async (_, fields, words) => {
    const ada = await room.join('reviewer', 'Ada');
    const refused = await ada.send('/staff/account/password', fields, { from: '/staff/account' });
    expect([refused.status, /role="alert">([^<]*)</.exec(refused.text)?.[1]]).toEqual([
      422,
      expect.stringContaining(words),
    ]);
    expect((await signIn(room.browser(), 'Ada')).status).toBe(303);
  });

  test('guessing it in a browser that was left open is slowed down', async () => {
    const ada = await room.join('reviewer', 'Ada');
    const guess = (current: string) =>
      ada.send('/staff/account/password', { current, password: other, again: other }, { from: '/staff/account' });
    for (let time = 0; time < 6; time++) await guess(`guess ${String(time)}`);
    expect((await guess(password)).status).toBe(422);
    room.wait(60_000);
    expect((await guess(password)).status).toBe(303);
  });
});

describe('an account of before, with a password that is none any more', () => {
  /** As earlier versions made it: what was longer than 200 was cut. */
  async function made(name: string, old: string): Promise<void> {
    const path = await invite(room.storage.staff, { role: 'admin', name, now: new Date(now()) });
    const invitation = hashOf(path.split('/').at(-1) ?? '');
    const passwordHash = await hashPassword(old);
    await room.storage.staff.join({ invitation, name, passwordHash, at: new Date(now()).toISOString() });
  }

  test.each([
    ['common', 'passwordpassword'],
    ['short', 'fig'],
    ['a name', 'Ada Lovelace Ada'],
    ['longer than was kept', 'fig lantern '.repeat(20)],
  ])('%s: it lets in, and is changed before anything else', async (_, old) => {
    await made('Ada Lovelace', old);
    const ada = room.browser();
    expect((await signIn(ada, 'Ada Lovelace', old)).status).toBe(303);
    expect((await ada.get('/staff/conversations')).to).toBe('/staff/account?done=account:password-first');
    expect((await ada.send('/staff/accounts', { role: 'admin' }, { from: '/staff/account' })).to).toContain('account');
    expect((await ada.get('/staff/account?done=account:password-first')).text).toContain('can be guessed');
    await ada.send(
      '/staff/account/password',
      { current: old, password: other, again: other },
      { from: '/staff/account' },
    );
    expect((await ada.get('/staff/conversations')).status).toBe(200);
  });

  test('who is signed in with a good one is asked nothing', async () => {
    await made('Ada Lovelace', other);
    const ada = room.browser();
    await signIn(ada, 'Ada Lovelace', other);
    expect((await ada.get('/staff/conversations')).status).toBe(200);
  });
});

describe('the second step', () => {
  const code = (secret: string, later = 0) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now() + later });

  /** Sets it up as its owner does, by the key that stands under the picture. */
  async function setUp(visitor: Visitor): Promise<string> {
    await visitor.send('/staff/account/second-step/offer', {}, { from: '/staff/account' });
    const { text } = await visitor.get('/staff/account');
    expect(text).toContain('<svg');
    const secret = /<code>([A-Z2-7 ]+)<\/code>/.exec(text)?.[1]?.replaceAll(' ', '') ?? '';
    const begun = await visitor.send(
      '/staff/account/second-step/begin',
      { code: code(secret) },
      { from: '/staff/account' },
    );
    expect(begun).toMatchObject({ status: 303, to: '/staff/account?done=account:second-on' });
    return secret;
  }

  test('once it is on, the password alone opens nothing', async () => {
    const secret = await setUp(await room.join('reviewer', 'Ada'));
    room.wait(60_000);
    const ada = room.browser();
    expect((await signIn(ada, 'Ada')).to).toBe('/staff/sign-in/code?to=%2Fstaff');
    expect((await ada.get('/staff/conversations')).to).toMatch(/^\/staff\/sign-in/);
    expect((await ada.send('/staff/sign-in/code', { code: '000000' })).status).toBe(401);
    expect(await ada.send('/staff/sign-in/code', { code: code(secret), to: '/staff/queue' })).toMatchObject({
      status: 303,
      to: '/staff/queue',
    });
    expect((await ada.get('/staff/conversations')).status).toBe(200);
  });

  test.each([
    ['of half a minute ago', -30_000, 303],
    ['of the next half minute', 30_000, 303],
    ['of two minutes ago', -120_000, 401],
    ['of two minutes to come', 120_000, 401],
  ])('a code %s', async (_, later, status) => {
    const secret = await setUp(await room.join('reviewer', 'Ada'));
    room.wait(600_000);
    const ada = room.browser();
    await signIn(ada, 'Ada');
    expect((await ada.send('/staff/sign-in/code', { code: code(secret, later) })).status).toBe(status);
  });

  test('a code works once, also one that turned the second step on', async () => {
    const secret = await setUp(await room.join('reviewer', 'Ada'));
    const [first, second] = [room.browser(), room.browser()];
    for (const visitor of [first, second]) await signIn(visitor, 'Ada');
    expect((await first.send('/staff/sign-in/code', { code: code(secret) })).status).toBe(401);
    room.wait(60_000);
    const fresh = code(secret);
    expect((await first.send('/staff/sign-in/code', { code: fresh })).status).toBe(303);
    expect((await second.send('/staff/sign-in/code', { code: fresh })).status).toBe(401);
  });

  test('codes are not guessed: after a few tries the account waits, and the right one counts again later', async () => {
    const secret = await setUp(await room.join('reviewer', 'Ada'));
    room.wait(60_000);
    const ada = room.browser();
    await signIn(ada, 'Ada');
    for (let time = 0; time < 6; time++) await ada.send('/staff/sign-in/code', { code: '000000' });
    expect((await ada.send('/staff/sign-in/code', { code: code(secret) })).status).toBe(401);
    room.wait(60_000);
    expect((await ada.send('/staff/sign-in/code', { code: code(secret) })).status).toBe(303);
  });

  test('a password that was given waits ten minutes for its code', async () => {
    await setUp(await room.join('reviewer', 'Ada'));
    const ada = room.browser();
    await signIn(ada, 'Ada');
    room.wait(9 * 60_000);
    expect((await ada.get('/staff/sign-in/code')).status).toBe(200);
    room.wait(2 * 60_000);
    expect((await ada.get('/staff/sign-in/code')).to).toBe('/staff/sign-in');
  });

  test('an administrator requires it: nothing else is open until it is set up, and it cannot be turned off', async () => {
    const root = await room.join('admin', 'Root');
    const ada = await room.join('reviewer', 'Ada');
    const id = await accountId('Ada');
    const required = await root.send(`/staff/accounts/${id}/require`, { required: 'yes' }, { from: '/staff/accounts' });
    expect(required.to).toBe('/staff/accounts?done=account:required');
    expect((await root.get('/staff/accounts')).text).toContain('required, not set up yet');
    expect((await ada.get('/staff/conversations')).to).toBe('/staff/account?done=account:second-step-first');
    await setUp(ada);
    expect((await ada.get('/staff/conversations')).status).toBe(200);
    await ada.send('/staff/account/second-step/end', { own: password }, { from: '/staff/account' });
    expect((await root.get('/staff/accounts')).text).toContain('on, required');
  });

  test('its owner turns it off with the password, where nobody requires it', async () => {
    const ada = await room.join('reviewer', 'Ada');
    await setUp(ada);
    const end = (own: string) => ada.send('/staff/account/second-step/end', { own }, { from: '/staff/account' });
    expect((await end('wrong')).status).toBe(422);
    expect((await end(password)).to).toBe('/staff/account?done=account:second-off');
    expect((await signIn(room.browser(), 'Ada')).to).toBe('/staff');
  });

  test('a lost telephone: an administrator resets it, and another key is set up', async () => {
    const root = await room.join('admin', 'Root');
    const secret = await setUp(await room.join('reviewer', 'Ada'));
    const id = await accountId('Ada');
    await root.send(`/staff/accounts/${id}/require`, { required: 'yes' }, { from: '/staff/accounts' });
    expect((await root.send(`/staff/accounts/${id}/reset`, {}, { from: '/staff/accounts' })).to).toContain(
      'account:reset',
    );
    const ada = room.browser();
    expect((await signIn(ada, 'Ada')).to).toBe('/staff');
    expect((await ada.get('/staff/conversations')).to).toContain('second-step-first');
    expect(await setUp(ada)).not.toBe(secret);
    const what = (await room.storage.audit.list({}, 100)).map((entry) => entry.what);
    for (const noted of ['account.require-second-step', 'account.reset-second-step', 'account.second-step'])
      expect(what).toContain(noted);
  });

  test('neither the key nor a code stands in the database, its log of deeds or ours', async () => {
    const ada = await room.join('admin', 'Ada');
    const secret = await setUp(ada);
    const told = JSON.stringify([
      await room.storage.staff.accounts('2026-11-22T10:00:00Z'),
      await room.storage.audit.list({}, 100),
      room.log.lines,
    ]);
    for (const words of [secret, code(secret)]) expect(told).not.toContain(words);
    expect((await room.storage.staff.secondStep(await accountId('Ada'))).secret).toBe(secret);
  });
});
