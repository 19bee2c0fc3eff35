import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { invite } from '../../src/console/sign-in/invitation.ts';
import type { Role } from '../../src/ports/staff.ts';
import { openStorage, type Storage } from '../../src/storage/open-storage.ts';
import { say } from '../channels/server/running-guichet.ts';
import { converse } from '../console/listed.ts';
import { picture } from './picture.ts';
import { onStage, type Stage } from './stage.ts';
import { complaintsOf, countedActs, seriousProblems } from './student.ts';

const stage = onStage();

/** The desk of people as they work at it, with what each thing costs in clicks and keys. */
let storage: Storage;
beforeAll(async () => {
  storage = await openStorage({ kind: 'sqlite', path: stage.database, durability: 'NORMAL' });
});
afterAll(async () => {
  await storage.close();
});

const words = 'four words in a row';

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

/** What a student really wrote, through the real program; its conversation's name and the hand-over's reference. */
async function handedOver(student: string, question: string): Promise<{ conversation: string; reference: string }> {
  await say(stage.url, student, 'm0', 'hi');
  await say(stage.url, student, 'm1', question);
  await say(stage.url, student, 'm2', 'talk to a person');
  const all = await storage.queue.handovers('open', 50);
  const made = all.find(({ asked }) => asked?.question === question);
  return { conversation: made?.conversation ?? '', reference: made?.reference ?? '' };
}

const noticeOf = (page: Page) => page.locator('.notice').innerText();
const lastSaid = async (conversation: string) => (await storage.journal.read(conversation, 0, 100)).at(-1)?.text ?? '';

test('a hand-over is taken, answered and closed in five acts or fewer; what the student writes again opens it', async () => {
  const { conversation, reference } = await handedOver('s1', 'my card was stolen in the tram');
  const page = await join('reviewer', 'Ada');
  const complaints = complaintsOf(page);
  await page.goto(`${stage.url}/staff/conversations`);
  expect(await page.locator('#badge').innerText()).toContain('1');
  const { once, count } = countedActs();
  await once(page.getByRole('link', { name: 'Queue' }).click());
  await once(page.getByRole('link', { name: 'my card was stolen in the tram' }).click());
  await once(page.getByLabel('Reply').fill('Report it on your ameli account, then come to the desk.'));
  await once(page.getByRole('button', { name: 'Send and close' }).click());
  await expect.poll(() => noticeOf(page)).toContain('it is closed');
  expect(count()).toBeLessThanOrEqual(5);
  expect((await storage.queue.handover(reference))?.state).toBe('closed');
  expect(await lastSaid(conversation)).toContain('If it still does not work');

  await say(stage.url, 's1', 'm3', 'it still does not work');
  expect(await storage.queue.handover(reference)).toMatchObject({ state: 'taken', wroteAgain: true });
  expect(await lastSaid(conversation)).toContain('back to the people of Guichet demo');
  // The page that stands open hears of it.
  await expect.poll(() => page.locator('#badge').innerText()).toContain('1');
  await expect.poll(() => page.locator('#standing').innerText()).toContain('wrote again');
  expect(await seriousProblems(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

test('one is given to a colleague in two acts, and the student reads who has it', async () => {
  const { conversation, reference } = await handedOver('s2', 'my landlord wants a certificate of my flat');
  const page = await join('reviewer', 'Ben');
  await join('reviewer', 'Cleo');
  await page.goto(`${stage.url}/staff/handover?reference=${reference}`);
  const { once, count } = countedActs();
  await once(page.getByLabel('Give it to').selectOption({ label: 'Cleo' }));
  await once(page.getByRole('button', { name: 'Give', exact: true }).click());
  await expect.poll(() => noticeOf(page)).toContain('It is theirs now');
  expect(count()).toBe(2);
  expect((await storage.queue.handover(reference))?.holder?.name).toBe('Cleo');
  expect(await lastSaid(conversation)).toContain('Cleo');
});

test('what is typed is kept by itself and is there after the page was left', async () => {
  const { reference } = await handedOver('s3', 'my bank refuses the form of the fund');
  const page = await join('reviewer', 'Dan');
  await page.goto(`${stage.url}/staff/handover?reference=${reference}`);
  await page.getByLabel('Reply').pressSequentially('A long answer', { delay: 5 });
  await page.waitForResponse((response) => response.url().endsWith('/staff/handover/keep'));
  await page.goto(`${stage.url}/staff/queue`);
  await page.goto(`${stage.url}/staff/handover?reference=${reference}`);
  expect(await page.getByLabel('Reply').inputValue()).toBe('A long answer');
});

test('twenty turns are judged in sixty keys or fewer, with reasons and right answers, and one is taken back', async () => {
  const turns = Array.from({ length: 20 }, (_, index) => ({
    says: `what does visit number ${index} at the doctor cost`,
    trace: { decision: 'answer' as const, intent: 'visa' },
    at: new Date().toISOString(),
  }));
  await converse(storage, 'to-judge', turns);
  const page = await join('reviewer', 'Eve');
  await page.goto(`${stage.url}/staff/review`);
  let keys = 0;
  const press = async (key: string): Promise<void> => {
    keys += 1;
    await page.keyboard.press(key);
  };
  for (let turn = 0; turn < 20; turn++) {
    if (turn % 2 === 0) await press('r');
    else for (const key of ['w', '1', '1']) await press(key);
  }
  expect(keys).toBeLessThanOrEqual(60);
  await expect
    .poll(async () => (await storage.annotations.list(50)).filter(({ name }) => name === 'Eve').length)
    .toBe(20);
  const judged = (await storage.annotations.list(50)).filter(({ name }) => name === 'Eve');
  expect(judged.filter(({ verdict }) => verdict === 'right')).toHaveLength(10);
  expect(judged.filter(({ reason, rightAnswer }) => reason === 'misunderstood' && rightAnswer !== null)).toHaveLength(
    10,
  );
  await press('z');
  await expect
    .poll(async () => (await storage.annotations.list(50)).filter(({ name }) => name === 'Eve').length)
    .toBe(19);
  expect(await seriousProblems(page)).toEqual([]);
});

const windows = [
  ['en', 1280, 900, 'light'],
  ['fr', 1280, 900, 'dark'],
  ['en', 390, 844, 'dark'],
  ['fr', 390, 844, 'light'],
] as const;

test.each(windows)('every page of the desk of people, %s %i×%i %s', async (language, width, height, colorScheme) => {
  const page = await join('admin', `${language}-${width}`, { viewport: { width, height }, colorScheme });
  const complaints = complaintsOf(page);
  const [one] = await storage.queue.handovers('open', 5);
  const pages = [
    ['queue', '/staff/queue'],
    ['handover', `/staff/handover?reference=${one?.reference ?? ''}`],
    ['work', '/staff/misses'],
    ['review', '/staff/review'],
    ['judgements', '/staff/judgements'],
    ['numbers', '/staff/numbers'],
    ['accounts', '/staff/accounts'],
    ['health', '/staff/health'],
    ['account', '/staff/account'],
    ['conversations', '/staff/conversations'],
  ] as const;
  for (const [name, path] of pages) {
    await page.goto(`${stage.url}${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
    const key = `desk-${name}-${language}-${width}-${colorScheme}`;
    await picture(page, `var/screenshots/${key}.png`, { fullPage: true });
    expect([key, await seriousProblems(page)]).toEqual([key, []]);
    const wide = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect([key, wide]).toEqual([key, 0]);
  }
  expect(complaints).toEqual([]);
});
