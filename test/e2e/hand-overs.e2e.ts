import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { invite } from '../../src/console/sign-in/invitation.ts';
import type { Role } from '../../src/ports/staff.ts';
import { openStorage, type Storage } from '../../src/storage/open-storage.ts';
import { say } from '../channels/server/running-guichet.ts';
import { serve, type Served } from './serve.ts';
import { complaintsOf, countedActs, openBrowser, seriousProblems, type Browser } from './student.ts';

/** Hand-overs as the people of a desk work at them, on a Monday and on a Saturday, with what each thing costs in acts. */
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

type Desk = {
  readonly served: Served;
  readonly storage: Storage;
  join(role: Role, name: string): Promise<Page>;
  /** What a student really wrote, through the real program. */
  handedOver(student: string, question: string): Promise<{ conversation: string; reference: string }>;
  close(): Promise<void>;
};

/** The real program, whose clock on the wall begins at this hour. */
async function deskAt(instant: string): Promise<Desk> {
  const served = await serve({
    NODE_OPTIONS: `--import=${new URL('../faults/shifted-clock.ts', import.meta.url).pathname}`,
    FAULTS_NOW: instant,
  });
  const storage = await openStorage({ kind: 'sqlite', path: `${served.folder}/guichet.db`, durability: 'NORMAL' });
  return {
    served,
    storage,
    async join(role, name) {
      const page = await browser.open();
      await page.goto(served.url + (await invite(storage.staff, { role, name, now: new Date(instant) })));
      await page.getByLabel('Password', { exact: true }).fill(words);
      await page.getByLabel('The password once more').fill(words);
      await page.getByRole('button', { name: 'Make my account' }).click();
      await page.waitForURL(/\/staff\/conversations/);
      return page;
    },
    async handedOver(student, question) {
      await say(served.url, student, 'm1', question);
      await say(served.url, student, 'm2', 'talk to a person');
      const made = (await storage.queue.handovers('open', 50)).find(({ asked }) => asked?.question === question);
      return { conversation: made?.conversation ?? '', reference: made?.reference ?? '' };
    },
    async close() {
      await storage.close();
      await served.stop();
    },
  };
}

const words = 'four words in a row';
const noticeOf = (page: Page) => page.locator('.notice').innerText();
const pageOf = ({ served }: Desk, reference: string) => `${served.url}/staff/handover?reference=${reference}`;

async function lastSaid({ storage }: Desk, conversation: string): Promise<string> {
  return (await storage.journal.read(conversation, 0, 100)).at(-1)?.text ?? '';
}

describe('on a Monday morning', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await deskAt('2026-11-30T09:00:00.000Z');
  });
  afterAll(() => desk.close());

  test('a saved reply is written once, and puts an answer together in one choice: five acts from the queue to closed', async () => {
    const curator = await desk.join('curator', 'Cleo');
    await curator.getByRole('link', { name: 'Saved replies' }).click();
    await curator.getByRole('link', { name: 'Write a saved reply' }).click();
    const [english, french] = [
      curator.getByRole('group', { name: 'English' }),
      curator.getByRole('group', { name: 'French' }),
    ];
    await english.getByLabel('Its name').fill('Bring the letter');
    await english.getByLabel('Text').fill('Bring the letter on {{day}}. You are {{reference}}.');
    await french.getByLabel('Its name').fill('Apporter la lettre');
    await french.getByLabel('Text').fill('Apportez la lettre le {{date}}. Vous êtes {{référence}}.');
    expect(await seriousProblems(curator)).toEqual([]);
    await curator.getByRole('button', { name: 'Keep it' }).click();
    await expect.poll(() => noticeOf(curator)).toContain('is saved');

    const { conversation, reference } = await desk.handedOver('s1', 'the caisse wrote me a letter that I cannot read');
    const page = await desk.join('reviewer', 'Ada');
    const complaints = complaintsOf(page);
    await page.goto(`${desk.served.url}/staff/queue`);
    const { once, count } = countedActs();
    await once(page.getByRole('link', { name: 'the caisse wrote me a letter' }).click());
    await once(page.getByRole('button', { name: 'Bring the letter' }).click());
    await expect
      .poll(() => page.getByLabel('Reply').inputValue())
      .toBe(`Bring the letter on {{day}}. You are ${reference}.`);
    // What is to be filled in is selected: typing takes its place.
    await once(page.keyboard.type('3 December'));
    await once(page.getByRole('button', { name: 'Send and close' }).click());
    await expect.poll(() => noticeOf(page)).toContain('it is closed');
    expect(count()).toBeLessThanOrEqual(5);
    const said = (await desk.storage.journal.read(conversation, 0, 100)).map(({ text }) => text).join('\n');
    expect(said).toContain(`Bring the letter on 3 December. You are ${reference}.`);
    expect(complaints).toEqual([]);
  });

  test('the same by keyboard alone', async () => {
    const { reference } = await desk.handedOver('s2', 'my mutuelle does not answer my mails');
    const page = await desk.join('reviewer', 'Eve');
    await page.goto(pageOf(desk, reference));
    const tabTo = async (name: RegExp): Promise<void> => {
      for (let tabs = 0; tabs < 80; tabs++) {
        await page.keyboard.press('Tab');
        const label = String(
          await page.evaluate(
            `(document.activeElement.labels?.[0] ?? document.activeElement).textContent.trim() || document.activeElement.name`,
          ),
        );
        if (name.test(label)) return;
      }
      throw new RangeError(`Nothing by that name is reached: ${String(name)}`);
    };
    await tabTo(/^Take it$/);
    await page.keyboard.press('Enter');
    await expect.poll(() => noticeOf(page)).toContain('You have it now');
    await tabTo(/^Reply$/);
    await page.keyboard.type('Write to them by post, with proof.');
    await tabTo(/^Send and close$/);
    await page.keyboard.press('Enter');
    await expect.poll(() => noticeOf(page)).toContain('it is closed');
  });

  test('a colleague who is removed while holding two: both are anybody’s, and are answered by another', async () => {
    const [one, two] = [
      await desk.handedOver('s3', 'my card was stolen in the tram'),
      await desk.handedOver('s4', 'my bank refuses the form of the fund'),
    ];
    const [ben, admin, dan] = [
      await desk.join('reviewer', 'Ben'),
      await desk.join('admin', 'Fay'),
      await desk.join('reviewer', 'Dan'),
    ];
    for (const { reference } of [one, two]) {
      await ben.goto(pageOf(desk, reference));
      await ben.getByRole('button', { name: 'Take it' }).click();
      await expect.poll(() => noticeOf(ben)).toContain('You have it now');
    }
    await admin.goto(`${desk.served.url}/staff/accounts`);
    const { once, count } = countedActs();
    await once(admin.getByRole('row', { name: /^Ben/ }).getByRole('link', { name: 'Remove' }).click());
    await expect.poll(() => admin.locator('main').innerText()).toMatch(/become anybody's: 2/);
    await once(admin.getByRole('button', { name: 'Remove the account' }).click());
    await expect.poll(() => noticeOf(admin)).toContain('removed');
    expect(count()).toBe(2);
    await dan.goto(`${desk.served.url}/staff/queue`);
    for (const question of ['my card was stolen in the tram', 'my bank refuses the form of the fund'])
      await expect.poll(() => dan.getByRole('row', { name: question }).innerText()).toContain('nobody');
    await dan.goto(pageOf(desk, two.reference));
    await dan.getByLabel('Reply').fill('Come to the desk, we call the bank.');
    await dan.getByRole('button', { name: 'Send the reply' }).click();
    await expect.poll(() => noticeOf(dan)).toContain('reply is sent');
    expect(await lastSaid(desk, two.conversation)).toContain('Come to the desk, we call the bank.');
    // Who is gone is out, wherever they were.
    await ben.goto(pageOf(desk, one.reference));
    expect(ben.url()).toContain('/staff/sign-in');
  });

  test('while a colleague has it the program is quiet but in danger; after closing it answers, and goes back when it does not work', async () => {
    const { conversation, reference } = await desk.handedOver('s5', 'my landlord wants a certificate of my flat');
    const page = await desk.join('reviewer', 'Gil');
    await page.goto(pageOf(desk, reference));
    await page.getByRole('button', { name: 'Take it' }).click();
    await expect.poll(() => noticeOf(page)).toContain('You have it now');
    expect(await lastSaid(desk, conversation)).toContain('Gil');
    const before = (await desk.storage.journal.read(conversation, 0, 100)).length;
    await say(desk.served.url, 's5', 'm3', 'how much does a gp visit cost');
    const since = (await desk.storage.journal.read(conversation, before, 100)).filter(({ text }) => text !== '');
    expect(since.map(({ direction }) => direction)).toEqual(['in']);
    await say(desk.served.url, 's5', 'm4', 'help, somebody is bleeding and unconscious');
    expect(await lastSaid(desk, conversation)).toContain('15');
    // The page that stands open has it, without being loaded anew.
    await expect.poll(() => page.locator('#talk').innerText()).toContain('how much does a gp visit cost');
    await page.getByLabel('Reply').fill('Here is the certificate.');
    await page.getByRole('button', { name: 'Send and close' }).click();
    await expect.poll(() => noticeOf(page)).toContain('it is closed');
    await say(desk.served.url, 's5', 'm5', 'how much does a gp visit cost');
    expect(await lastSaid(desk, conversation)).toContain('30 €');
    expect((await desk.storage.queue.handover(reference))?.state).toBe('closed');
    await say(desk.served.url, 's5', 'm6', 'it still does not work');
    expect(await desk.storage.queue.handover(reference)).toMatchObject({ state: 'taken', wroteAgain: true });
    await expect.poll(() => page.locator('#standing').innerText()).toContain('wrote again');
    // With the one of the colleague who is gone, which nobody has taken.
    await expect.poll(() => page.locator('#badge').innerText()).toContain('2');
  });
});

describe('on a Saturday', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await deskAt('2026-11-28T10:00:00.000Z');
  });
  afterAll(() => desk.close());

  test('the student reads that Monday is when somebody answers; who takes it does not silence the program, which says once when they will', async () => {
    const { conversation, reference } = await desk.handedOver('w1', 'my card was stolen in the tram');
    expect(await lastSaid(desk, conversation)).toContain('A person answers by Monday, 30 November, 13:00.');
    const page = await desk.join('reviewer', 'Ada');
    await page.goto(pageOf(desk, reference));
    await page.getByRole('button', { name: 'Take it' }).click();
    await expect.poll(() => noticeOf(page)).toContain('You have it now');
    await say(desk.served.url, 'w1', 'm3', 'how much does a gp visit cost');
    const first = await lastSaid(desk, conversation);
    expect(first).toContain('30 €');
    expect(first).toMatch(/Ada[^]*Monday, 30 November, 13:00/);
    await say(desk.served.url, 'w1', 'm4', 'how long does the carte vitale take');
    expect(await lastSaid(desk, conversation)).not.toContain('Monday');
    // It is the colleague's all the same.
    expect(await desk.storage.queue.handover(reference)).toMatchObject({ state: 'taken', holder: { name: 'Ada' } });
    await page.getByLabel('Reply').fill('I write on Saturdays, too.');
    await page.getByRole('button', { name: 'Send the reply' }).click();
    await expect.poll(() => noticeOf(page)).toContain('reply is sent');
    expect(await lastSaid(desk, conversation)).toContain('I write on Saturdays, too.');
  });
});
