import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '../../src/ports/staff.ts';
import { openRoom, speaker, type Room, type Visitor } from './room.ts';

/**
 * Who may what, page by page. A page that is not named here fails the first test: whoever adds one says who it is for.
 * Pages of curation are named in their own tests' list.
 */
const matrix: Readonly<Record<string, Role>> = {
  '/staff': 'reviewer',
  '/staff/conversations': 'reviewer',
  '/staff/conversations/export': 'reviewer',
  '/staff/conversation': 'reviewer',
  '/staff/conversation/annotate': 'reviewer',
  '/staff/conversation/export': 'reviewer',
  '/staff/conversation/mark': 'reviewer',
  '/staff/queue': 'reviewer',
  '/staff/emergency': 'reviewer',
  '/staff/emergency/seen': 'reviewer',
  '/staff/emergency/done': 'reviewer',
  '/staff/emergency/reply': 'reviewer',
  '/staff/handover': 'reviewer',
  '/staff/handover/take': 'reviewer',
  '/staff/handover/take-over': 'reviewer',
  '/staff/handover/give': 'reviewer',
  '/staff/handover/keep': 'reviewer',
  '/staff/handover/insert': 'reviewer',
  '/staff/handover/note': 'reviewer',
  '/staff/handover/reopen': 'reviewer',
  '/staff/handover/release': 'reviewer',
  '/staff/handover/reply': 'reviewer',
  '/staff/handover/close': 'reviewer',
  '/staff/draft': 'reviewer',
  '/staff/draft/take': 'reviewer',
  '/staff/draft/edit': 'reviewer',
  '/staff/draft/approve': 'reviewer',
  '/staff/draft/drop': 'reviewer',
  '/staff/delivery': 'reviewer',
  '/staff/refused': 'reviewer',
  '/staff/refused/done': 'reviewer',
  '/staff/misses': 'reviewer',
  '/staff/misses/mark': 'reviewer',
  '/staff/misses/question': 'curator',
  '/staff/review': 'reviewer',
  '/staff/review/undo': 'reviewer',
  '/staff/judgements': 'reviewer',
  '/staff/judgements/export': 'reviewer',
  '/staff/events': 'reviewer',
  '/staff/numbers': 'reviewer',
  '/staff/numbers/csv': 'reviewer',
  '/staff/health': 'admin',
  '/staff/accounts': 'admin',
  '/staff/accounts/:id/role': 'admin',
  '/staff/accounts/:id/require': 'admin',
  '/staff/accounts/:id/reset': 'admin',
  '/staff/accounts/:id/remove': 'admin',
  '/staff/accounts/:id/away': 'admin',
  '/staff/accounts/revoke': 'admin',
  '/staff/accounts/:id/end-sessions': 'admin',
  '/staff/audit': 'admin',
  '/staff/privacy': 'admin',
  '/staff/privacy/erase': 'admin',
  '/staff/privacy/export': 'admin',
  '/staff/account': 'reviewer',
  '/staff/account/password': 'reviewer',
  '/staff/account/away': 'reviewer',
  '/staff/account/second-step/offer': 'reviewer',
  '/staff/account/second-step/begin': 'reviewer',
  '/staff/account/second-step/end': 'reviewer',
  '/staff/replies': 'reviewer',
  '/staff/replies/edit': 'curator',
  '/staff/replies/remove': 'curator',
};

const everyone = ['nobody', 'reviewer', 'curator', 'admin'] as const;
const rank = (who: string): number => everyone.indexOf(who as Role);

let room: Room;
const people = new Map<string, Visitor>();
beforeAll(async () => {
  room = await openRoom();
  people.set('nobody', room.browser());
  for (const role of ['reviewer', 'curator', 'admin'] as const) people.set(role, await room.join(role));
});
afterAll(() => room.close());

test('every page says who it is for, and here is the same', () => {
  expect(Object.fromEntries(room.pages.map(({ path, role }) => [path, role]))).toEqual(matrix);
});

describe.each(everyone)('%s', (who) => {
  test.each(Object.entries(matrix))('at %s, for a %s', async (path, role) => {
    const visitor = people.get(who)!;
    const page = room.pages.find((each) => each.path === path)!;
    const address = path.replace(':id', 'none');
    const allowed = rank(who) >= rank(role);
    if (page.show !== undefined) {
      const { status, to } = await visitor.get(address);
      if (who === 'nobody') expect([status, to]).toEqual([303, `/staff/sign-in?to=${encodeURIComponent(address)}`]);
      else if (allowed) expect([200, 303, 404]).toContain(status);
      else expect(status).toBe(403);
    }
    if (page.act !== undefined) {
      const before = await room.storage.audit.list({}, 1000);
      const from = who === 'nobody' ? '/staff/sign-in' : '/staff/conversations';
      const { status, to } = await visitor.send(address, {}, { from });
      const after = await room.storage.audit.list({}, 1000);
      const known = new Set(before.map(({ id }) => id));
      const noted = after.filter(({ id }) => !known.has(id)).map(({ what, name }) => [what, name]);
      if (who === 'nobody') expect([status, to, noted]).toEqual([303, '/staff/sign-in', []]);
      else if (!allowed) expect([status, noted]).toEqual([403, [['refused', who]]]);
      else expect([[200, 303, 404, 422].includes(status), noted.length]).toEqual([true, 1]);
    }
  });
});

test('the menu offers what one may, and nothing else', async () => {
  for (const who of ['reviewer', 'curator', 'admin']) {
    const { text } = await people.get(who)!.get('/staff/conversations');
    const offered = room.pages.filter(({ menu, path }) => menu !== undefined && text.includes(`<a href="${path}"`));
    const may = room.pages.filter(({ menu, role }) => menu !== undefined && rank(who) >= rank(role));
    expect(offered.map(({ path }) => path)).toEqual(may.map(({ path }) => path));
  }
});

test.each(speaker.staffLanguages)('every page that can be opened is whole in %s', async (language) => {
  const admin = people.get('admin')!;
  for (const { path } of room.pages.filter(({ show, path: at }) => show !== undefined && !/export|csv/.test(at))) {
    const { status, text } = await admin.get(`${path}?lang=${language}`);
    if (status !== 200) continue;
    // A field of a saved reply is shown as it is written.
    const shown = text.replaceAll(/<code>[^<]*<\/code>/g, '');
    expect([path, /\{\{|undefined|\[object|notice\./.exec(shown)]).toEqual([path, null]);
    expect(text.match(/<h1/g)).toHaveLength(1);
    expect(text).toContain(`<html lang="${language}"`);
  }
  for (const path of ['/staff/sign-in', '/staff/invitation/none']) {
    expect((await room.browser().get(`${path}?lang=${language}`)).text).not.toMatch(/\{\{|undefined|\[object/);
  }
});

test('nothing is kept by a browser, framed, or loaded from elsewhere', async () => {
  const { headers, text } = await people.get('admin')!.get('/staff/accounts');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('x-frame-options')).toBe('DENY');
  expect(headers.get('content-security-policy')).not.toContain('unsafe');
  expect(text).not.toMatch(/ style="| on[a-z]+="/);
});

test.each([
  [
    'a form too large',
    { method: 'POST', body: 'x'.repeat(300_000), headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    413,
  ],
  ['JSON', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }, 415],
  [
    'bytes that are no form',
    { method: 'POST', body: '\u0000\uffff', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    303,
  ],
])('%s is refused', async (_, init, status) => {
  const response = await fetch(`${room.url}/staff/delivery`, { ...init, redirect: 'manual' });
  expect(response.status).toBe(status);
});
