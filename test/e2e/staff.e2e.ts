import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { invite } from '../../src/console/sign-in/invitation.ts';
import type { Role } from '../../src/ports/staff.ts';
import { openStorage, type Storage } from '../../src/storage/open-storage.ts';
import { say } from '../channels/server/running-guichet.ts';
import { picture } from './picture.ts';
import { onStage, type Stage } from './stage.ts';
import { complaintsOf, seriousProblems } from './student.ts';

const stage = onStage();

let storage: Storage;
let reference = '';
/** The program's own names for the conversations, by what was asked first. */
let idOf: ReadonlyMap<string, string>;

/** What students really wrote, through the real program. */
const talks: readonly (readonly string[])[] = [
  ['how much does a gp visit cost', 'and at the weekend?'],
  ['do i need to register im brazilian staying 10 months', 'no', 'no job'],
  ['how much is 3 months plus responsabilité civile'],
  ['comment obtenir ma carte vitale ?', 'merci'],
  ['where can I park my boat', 'asdf qwer'],
  ['I had an accident, I am bleeding'],
  ['what is the CMU', 'talk to a person'],
];

beforeAll(async () => {
  for (const [talk, texts] of talks.entries()) {
    for (const [index, text] of texts.entries()) await say(stage.url, `student-${talk}`, `m${index}`, text);
  }
  storage = await openStorage({ kind: 'sqlite', path: stage.database, durability: 'NORMAL' });
  const { conversations } = await storage.search.list({}, { limit: 50 });
  idOf = new Map(conversations.map(({ opening, conversation }) => [opening, conversation]));
  reference = (await storage.queue.handovers('open', 5))[0]?.reference ?? '';
  const by = { id: 'ada', name: 'Ada' };
  const texts = {
    en: { title: 'Bring your passport', text: 'Bring your passport to {{desk}} on {{day}}: {{reference}}.' },
    fr: { title: 'Apportez votre passeport', text: 'Apportez votre passeport le {{date}} : {{référence}}.' },
  };
  await storage.savedReplies.keep({ id: 'passport', texts }, by, new Date().toISOString());
  await storage.drafts.put({
    id: 'letter-1',
    conversation: idOf.get('comment obtenir ma carte vitale ?') ?? '',
    channel: 'email',
    language: 'fr',
    sections: [
      {
        heading: 'Comment obtenir ma carte Vitale ?',
        text: 'Demandez-la sur votre compte ameli, avec une photo.',
        missing: false,
      },
      { heading: 'Quand arrive-t-elle ?', text: '', missing: true },
    ],
    where: { to: 'student@school.example' },
    at: new Date().toISOString(),
  });
});
afterAll(async () => {
  await storage.close();
});

const words = 'four words in a row';

/** Comes in by an invitation, as everybody does. */
async function join(role: Role, name: string, options: Parameters<Stage['open']>[0] = {}): Promise<Page> {
  const page = await stage.open(options);
  const path = await invite(storage.staff, { role, name, now: new Date() });
  await page.goto(stage.url + path);
  await page.getByLabel('Password', { exact: true }).fill(words);
  await page.getByLabel('The password once more').fill(words);
  await page.getByRole('button', { name: 'Make my account' }).click();
  await page.waitForURL(/\/staff\/conversations/);
  return page;
}

test('a colleague comes in, finds a conversation, judges it and goes to the next by a key', async () => {
  const page = await join('reviewer', 'Ada');
  const complaints = complaintsOf(page);
  await page.getByRole('searchbox').fill('gp visit');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('link', { name: 'how much does a gp visit cost' }).click();
  await page.getByText('Why?').first().click();
  await expect.poll(() => page.locator('.why').first().innerText()).toMatch(/spoke for Price of a GP visit[^]*needed/);
  await page.getByText('Was this right?').first().click();
  await page.getByRole('radio', { name: 'right' }).first().check();
  await page.getByRole('button', { name: 'Keep' }).first().click();
  await expect.poll(() => page.locator('.notice').innerText()).toContain('judgement is kept');
  const id = idOf.get('comment obtenir ma carte vitale ?') ?? '';
  await page.goto(`${stage.url}/staff/conversation?${new URLSearchParams({ id }).toString()}`);
  const before = page.url();
  await page.keyboard.press('j');
  await page.waitForURL((url) => url.href !== before);
  await page.keyboard.press('k');
  await page.waitForURL(before);
  expect(await seriousProblems(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

test('a colleague takes a hand-over and replies without scripts; the student has it in their conversation', async () => {
  const page = await join('reviewer', 'Ben', { javaScriptEnabled: false });
  await page.goto(`${stage.url}/staff/queue`);
  await page.locator(`a[href*="${reference}"]`).first().click();
  await page.getByRole('button', { name: 'Take it' }).click();
  await page.getByLabel('Reply').fill('Come to the desk on Monday with your passport.');
  await page.getByRole('button', { name: 'Send the reply' }).click();
  await expect.poll(() => page.locator('.notice').innerText()).toContain('reply is sent');
  const said = await storage.journal.read(idOf.get('what is the CMU') ?? '', 0, 50);
  expect(said.at(-1)?.text).toMatch(/^Come to the desk on Monday with your passport\.[^]*You can answer here/);
});

test('who may not is told so, with what to do', async () => {
  const page = await join('reviewer', 'Cleo');
  await page.goto(`${stage.url}/staff/accounts`);
  await expect.poll(() => page.locator('h1').innerText()).toBe('Not for your role');
  expect(await seriousProblems(page)).toEqual([]);
});

describe('every page, light and dark, at 390 and 1280 pixels, in both languages', () => {
  const pages = [
    ['conversations', '/staff/conversations'],
    ['transcript', '/staff/conversation?id=~'],
    ['queue', '/staff/queue'],
    ['emergency', '/staff/emergency?conversation=%'],
    ['handover', '/staff/handover?reference=@'],
    ['draft', '/staff/draft?id=letter-1'],
    ['replies', '/staff/replies'],
    ['reply', '/staff/replies/edit?id=passport'],
    ['misses', '/staff/misses'],
    ['review', '/staff/review'],
    ['numbers', '/staff/numbers'],
    ['health', '/staff/health'],
    ['accounts', '/staff/accounts'],
    ['audit', '/staff/audit'],
    ['privacy', '/staff/privacy'],
    ['knowledge', '/staff/knowledge'],
    ['stale', '/staff/knowledge/stale'],
    ['conflicts', '/staff/knowledge/conflicts'],
  ] as const;
  const windows = [
    ['en', 1280, 900, 'light'],
    ['fr', 1280, 900, 'dark'],
    ['en', 390, 844, 'dark'],
    ['fr', 390, 844, 'light'],
  ] as const;
  // For who looks at them; those of the set stand in docs/staff-room.md.
  const inReadme = new Set([
    ...['conversations-en-1280-light', 'transcript-en-1280-light', 'numbers-fr-1280-dark'],
    ...['handover-en-1280-light', 'queue-en-390-dark'],
  ]);

  test.each(windows)('%s %i×%i %s', async (language, width, height, colorScheme) => {
    const page = await join('admin', `${language}-${width}`, { viewport: { width, height }, colorScheme });
    const complaints = complaintsOf(page);
    for (const [name, path] of pages) {
      const asked = idOf.get('how much is 3 months plus responsabilité civile') ?? '';
      const hurt = idOf.get('I had an accident, I am bleeding') ?? '';
      const address = path
        .replace('@', reference)
        .replace('%', encodeURIComponent(hurt))
        .replace('~', encodeURIComponent(asked));
      await page.goto(`${stage.url}${address}${address.includes('?') ? '&' : '?'}lang=${language}`);
      if (name === 'transcript') for (const why of await page.locator('.why > summary').all()) await why.click();
      const key = `${name}-${language}-${width}-${colorScheme}`;
      const folder = inReadme.has(key) ? 'docs' : 'var';
      await picture(page, `${folder}/screenshots/staff-${key}.png`, { fullPage: !inReadme.has(key) });
      expect([key, await seriousProblems(page)]).toEqual([key, []]);
      const wide = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
      expect([key, wide]).toEqual([key, 0]);
    }
    expect(complaints).toEqual([]);
  });
});
