import { afterEach, beforeEach, expect, test } from 'vitest';
import { mayPublish } from '../../src/console/curation/administrators-files.ts';
import type { Role } from '../../src/ports/staff.ts';
import { converse } from './listed.ts';
import { whatToDo } from '../../src/channels/email/mailbox-trouble.ts';
import type { MailStanding } from '../../src/ports/mail-standing.ts';
import { openRoom, speaker, type Room, type Visitor } from './room.ts';

const since = '2026-11-22T08:00:00.000Z';
const lastMail = '2026-11-22T09:30:00.000Z';

/** What an administrator is asked before it is done, and what is seen of the installation. */
let room: Room;
let ada: Visitor;
beforeEach(async () => {
  room = await openRoom();
  ada = await room.join('admin', 'Ada');
});
afterEach(() => room.close());

const idOf = async (name: string) =>
  (await room.storage.staff.accounts('2026-11-22T10:00:00.000Z')).find((account) => account.name === name)?.id ?? '';

test('before an account is removed the page says what goes, and nothing has gone yet', async () => {
  await room.join('reviewer', 'Ben');
  const ben = await idOf('Ben');
  await converse(room.storage, 'c', [
    { says: 'x', effects: [{ kind: 'handover', reference: 'G-1', reason: 'asked', facts: {} }] },
  ]);
  await room.storage.queue.take(
    { item: 'handover:G-1', conversation: 'c' },
    { id: ben, name: 'Ben' },
    '2026-11-22T10:00:00.000Z',
  );
  expect((await ada.get('/staff/accounts')).text).toContain(`href="/staff/accounts/${ben}/remove"`);
  const { text } = await ada.get(`/staff/accounts/${ben}/remove`);
  for (const shown of ['Remove the account of Ben?', 'signed out: 1', 'anybody&#39;s: 1'])
    expect(text).toContain(shown);
  expect(await idOf('Ben')).toBe(ben);
});

test('before a conversation is erased the page counts what goes', async () => {
  await converse(room.storage, 'c', [
    { says: 'hello', effects: [{ kind: 'handover', reference: 'G-1', reason: 'asked', facts: {} }] },
  ]);
  const { text } = await ada.get('/staff/privacy/erase?conversation=c');
  for (const shown of ['Messages and replies: 2', 'hand-overs (1)']) expect(text).toContain(shown);
  expect(await room.storage.search.find('c')).not.toBeNull();
  expect((await ada.get('/staff/privacy/erase?conversation=none')).status).toBe(404);
});

test('an invitation is listed without its link, revoked, and lets nobody in any more', async () => {
  const made = await ada.send('/staff/accounts', { role: 'curator', name: 'Cleo' });
  const link = /\/staff\/invitation\/[\w-]+/.exec(made.text)?.[0] ?? '';
  const { text } = await ada.get('/staff/accounts');
  expect(text).toContain('Cleo');
  expect(text).not.toContain(link);
  const invitation = /name="invitation" value="([^"]*)"/.exec(text)?.[1] ?? '';
  const revoke = () => ada.send('/staff/accounts/revoke', { invitation }, { from: '/staff/accounts' });
  expect((await revoke()).to).toContain('admin:revoked');
  expect((await revoke()).to).toContain('admin:not-there');
  expect((await room.browser().get(link)).text).toContain('used up');
});

test('the audit log names colleagues, and refusals as refusals', async () => {
  const ben = await room.join('reviewer', 'Ben');
  await ben.get('/staff/accounts');
  await ada.send(`/staff/accounts/${await idOf('Ben')}/role`, { role: 'curator' }, { from: '/staff/accounts' });
  const { text } = await ada.get('/staff/audit');
  expect(text).toContain('account: Ben');
  expect(text).not.toContain(await idOf('Ben').then((id) => `account: ${id}`));
  expect(text).toMatch(/<code>refused<\/code>[^]*?<span class="tag bad">refused<\/span>/);
});

test('health says how old keys are, when the last backup was, and what is left of the disk', async () => {
  const other = await openRoom({
    health: async () => ({
      ...(await room.parts.health()),
      keys: [
        { name: 'DELIVERY_KEY', since: '2026-11-12T10:00:00.000Z' },
        { name: 'TOKEN_KEY', since: null },
      ],
      backup: '2026-11-01T10:00:00.000Z',
      disk: { freeBytes: 1e9, allBytes: 100e9 },
    }),
  });
  const { text } = await (await other.join('admin', 'Dan')).get('/staff/health');
  for (const shown of [
    '12 November 2026, 10 days',
    'given as a setting',
    'more than a week ago',
    '1 GB free of 100 GB',
    'nearly full',
  ])
    expect(text).toContain(shown);
  await other.close();
});

test.each<[string, MailStanding, readonly string[]]>([
  [
    'a box that is read',
    { state: 'connected', since, code: null, lastMail },
    ['connected', '2 hours', 'last mail read'],
  ],
  [
    'a box that was read and is not any more',
    { state: 'broken', since, code: 'mail/login', lastMail },
    ['cannot be read', 'since', '<code>mail/login</code>', 'Correct them', 'last mail read'],
  ],
  ['a box that nothing came to', { state: 'connected', since, code: null, lastMail: null }, ['no mail was read']],
  ['a server for letters alone', { state: 'sends', since: null, code: null, lastMail: null }, ['reads no box']],
  ['no server', { state: 'off', since: null, code: null, lastMail: null }, ['not connected']],
])('health says in a line how mail does: %s', async (_, mail, shown) => {
  const other = await openRoom({ health: async () => ({ ...(await room.parts.health()), mail }) });
  const { text } = await (await other.join('admin', 'Dan')).get('/staff/health');
  const line = /<dt>Mail<\/dt>\s*<dd>([^]*?)<\/dd>/.exec(text)?.[1]?.replaceAll(/\s+/g, ' ') ?? '';
  for (const part of shown) expect(line).toContain(part);
  await other.close();
});

test.each(Object.keys(whatToDo))('the health page says what to do about %s', (code) => {
  for (const language of speaker.staffLanguages)
    expect(speaker.has(language, `admin:health.trouble.${code.replace('mail/', '')}`)).toBe(true);
});

test.each<[string, string, string | null, string, Role, boolean]>([
  ['how long is kept', 'desk.yaml', 'keepTranscriptsDays: 180\n', 'keepTranscriptsDays: 18\n', 'curator', false],
  [
    'how long is kept, by an administrator',
    'desk.yaml',
    'keepTranscriptsDays: 180\n',
    'keepTranscriptsDays: 18\n',
    'admin',
    true,
  ],
  [
    'opening hours',
    'desk.yaml',
    'name: a\nkeepTranscriptsDays: 180\n',
    'name: b\nkeepTranscriptsDays: 180\n',
    'curator',
    true,
  ],
  ['words of danger', 'languages/fr/safety.yaml', 'a: 1\n', 'a: 2\n', 'curator', false],
  ['an answer', 'languages/fr/answers/visa.yaml', 'a: 1\n', 'a: 2\n', 'curator', true],
])('who publishes %s', (_, file, before, after, role, allowed) => {
  const person = { id: 'x', name: 'X', role, source: 'local', before: null } as const;
  expect(mayPublish({ person }, [{ file, before, after }])).toBe(allowed);
});
