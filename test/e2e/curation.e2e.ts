import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { invite } from '../../src/console/sign-in/invitation.ts';
import { openStorage } from '../../src/storage/open-storage.ts';
import { copyInTwoLanguages } from '../knowledge/a-folder.ts';
import { picture } from './picture.ts';
import { onStage } from './stage.ts';

const question = 'how much dosh does a quack want';
const password = 'four words in a row';

let root: string;
let knowledge: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'guichet-curation-e2e-'));
  knowledge = join(root, 'knowledge');
  // Each change that is shown or published is learned: two languages are a quarter of it.
  copyInTwoLanguages(knowledge);
}, patience());
afterAll(() => {
  rmSync(root, { recursive: true });
});
const stage = onStage(() => ({ KNOWLEDGE_DIR: knowledge }));

test(
  'from a misunderstood question to its published answer in six actions',
  async () => {
    expect(await ask('before')).toMatch(/outside what this desk knows/);
    const page = await signedIn();
    const actions = numbered(page);
    await actions.take('the conversations', () => page.goto(`${stage.url}/staff/conversations`));
    await actions.take('the misunderstood one', () =>
      page.locator('main table a, main li a').filter({ hasText: question }).first().click(),
    );
    await actions.take('teach what it means', () =>
      page.getByRole('link', { name: 'Teach what this means' }).first().click(),
    );
    await actions.take('it means the price of a GP visit', () => page.locator('#other').fill('gp-price'));
    await actions.take('proposed, with what would be answered differently', async () => {
      await page.getByRole('button', { name: 'Propose' }).click();
      await page.getByText('distinct messages compared: 1 would be answered differently').waitFor({ timeout: long });
      await page.locator('details.differs summary').filter({ hasText: question }).click();
    });
    expect(await violations(page)).toEqual([]);
    await actions.take('published', async () => {
      await page.getByRole('button', { name: 'Publish' }).click();
      await page.getByText('What stands in the files answers.').waitFor({ timeout: long });
    });
    expect(actions.taken()).toBeLessThanOrEqual(8);
    expect(await ask('after')).toContain('30 €');
    expect(readFileSync(join(knowledge, 'languages/en/answers/gp-price.yaml'), 'utf8')).toContain(`  - ${question}\n`);
  },
  patience(),
);

test(
  'the other pages of the knowledge work with keyboard and screen reader, in the light and in the dark',
  async () => {
    const page = await signedIn();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const path of [
        '/staff/knowledge',
        '/staff/knowledge/answers?lang=en',
        '/staff/knowledge/answer?id=gp-price',
        '/staff/knowledge/answer?id=gp-price&lang=fr',
        '/staff/knowledge/new',
        '/staff/knowledge/stale',
        '/staff/knowledge/conflicts',
        '/staff/knowledge/translations',
        '/staff/knowledge/file?file=rates/gp-visit.yaml',
        '/staff/knowledge/history?lang=fr',
        '/staff/replay?lang=en',
      ]) {
        await page.goto(`${stage.url}${path}`);
        expect(await violations(page), path).toEqual([]);
      }
    }
  },
  patience(),
);

test(
  'what is typed into a file is checked without pressing anything',
  async () => {
    const page = await signedIn();
    await page.goto(`${stage.url}/staff/knowledge/file?file=rates/gp-visit.yaml&lang=en`);
    const text = page.getByLabel('The whole file');
    await text.fill((await text.inputValue()).replace('unit: euro', 'unit: dollar'));
    await page.locator('.findings').getByText('unit').first().waitFor({ timeout: long });
  },
  patience(),
);

test(
  'an answer is found by its topic and changed in two languages without YAML, in ten actions or fewer',
  async () => {
    const page = await signedIn();
    const actions = numbered(page, null);
    await actions.take('what Guichet knows', () => page.goto(`${stage.url}/staff/knowledge?lang=en`));
    await actions.take('the answers by topic', () => page.getByRole('link', { name: 'Answers', exact: true }).click());
    await actions.take('the answer', () => page.getByRole('link', { name: 'What the carte Vitale is' }).click());
    const [english, french] = ['en', 'fr'].map((language) => page.locator(`#answer-${language}`)) as [Locator, Locator];
    await actions.take('in English', async () =>
      english.fill(`${await english.inputValue()}\n\nAsk us where it is made.`),
    );
    await actions.take('in French', async () =>
      french.fill(`${await french.inputValue()}\n\nDemandez-nous où elle est faite.`),
    );
    await page.locator('#preview-fr').getByText('Demandez-nous où elle est faite.').waitFor({ timeout: long });
    expect(await violations(page)).toEqual([]);
    await actions.take('why', () => page.getByLabel('Why, for the history').fill('students ask'));
    await actions.take('proposed', () => page.getByRole('button', { name: 'Propose' }).click());
    await actions.take('published', () => page.getByRole('button', { name: 'Publish' }).click());
    await page.getByText('bring back', { exact: false }).first().waitFor({ timeout: long });
    expect(actions.taken()).toBeLessThanOrEqual(10);
    for (const [language, said] of [
      ['en', 'Ask us where it is made.'],
      ['fr', 'Demandez-nous où elle est faite.'],
    ] as const)
      expect(readFileSync(join(knowledge, `languages/${language}/answers/carte-vitale-what.yaml`), 'utf8')).toContain(
        said,
      );
  },
  patience(),
);

test(
  'what is wrong stands beside its field in plain words as one types; the proposal keeps its reason and takes further files',
  async () => {
    const page = await signedIn();
    await page.goto(`${stage.url}/staff/knowledge/answer?id=gp-refund&lang=en`);
    const text = page.locator('#answer-en');
    const right = await text.inputValue();
    await text.fill(`${right}\n\nIt costs {{rate gp}}. [X-30]`);
    const told = page.locator('#told-answer-en');
    await told.getByText('There is no rate called gp: did you mean gp-visit?').waitFor({ timeout: long });
    expect(await page.locator('.told li').count()).toBe(1);
    await page.getByLabel('Why, for the history').fill('a reason that stays');
    await page.getByRole('button', { name: 'Propose' }).click();
    await page.getByText('Not proposed yet').waitFor({ timeout: long });
    expect(await page.getByLabel('Why, for the history').inputValue()).toBe('a reason that stays');

    await text.fill(`${right}\n\nAsk us.`);
    await page.getByRole('button', { name: 'Check first' }).click();
    await page
      .getByText('To mend', { exact: false })
      .or(page.getByText('Nothing to mend.'))
      .first()
      .waitFor({ timeout: long });
    await page.getByRole('button', { name: 'Propose' }).click();
    await page.getByRole('link', { name: 'Edit', exact: true }).click();
    expect(await text.inputValue()).toBe(`${right}\n\nAsk us.`);
    await page.locator('#title-fr').fill('Un autre titre');
    await page.getByRole('button', { name: 'Propose' }).click();
    await page.getByText('The proposal is changed.').waitFor({ timeout: long });
    await page.getByText('a reason that stays').waitFor();
    for (const language of ['en', 'fr'])
      await page.getByRole('link', { name: `languages/${language}/answers/gp-refund.yaml` }).waitFor();
  },
  patience(),
);

test.each(['light', 'dark'] as const)(
  'the answers and the form of one fit a telephone (%s)',
  async (colorScheme) => {
    const page = await signedIn();
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 390, height: 844 });
    for (const path of ['answers', 'answer?id=gp-price', 'new']) {
      await page.goto(`${stage.url}/staff/knowledge/${path}`);
      expect([path, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([path, 390]);
    }
  },
  patience(),
);

/** A student's message through the door of the bot protocol. */
async function ask(conversation: string): Promise<string> {
  const response = await fetch(`${stage.url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'message',
      id: conversation,
      text: question,
      channelId: 'test',
      conversation: { id: conversation },
      from: { id: 'student' },
      recipient: { id: 'guichet' },
      serviceUrl: 'http://127.0.0.1:9',
      deliveryMode: 'expectReplies',
    }),
  });
  const { activities } = (await response.json()) as { activities: { text: string }[] };
  return activities.map(({ text }) => text).join('\n');
}

async function signedIn(): Promise<Page> {
  const address = { kind: 'sqlite', path: stage.database, durability: 'NORMAL' } as const;
  const storage = await openStorage(address);
  const name = `Curator ${String(Date.now())}`;
  const path = await invite(storage.staff, { role: 'curator', name, now: new Date() });
  await storage.close();
  const page = await stage.open();
  page.setDefaultTimeout(long);
  await page.goto(`${stage.url}${path}`);
  await page.locator('input[name=name]').fill(name);
  for (const box of await page.locator('input[type=password]').all()) await box.fill(password);
  await page.locator('main button').first().click();
  await page.waitForURL((url) => !url.pathname.includes('invitation'));
  return page;
}

/** Each action is one thing that a person does; its picture carries its number. */
function numbered(page: Page, series: 'curation' | null = 'curation') {
  let taken = 0;
  return {
    taken: () => taken,
    async take(what: string, action: () => Promise<unknown>): Promise<void> {
      await action();
      taken += 1;
      await page.waitForLoadState();
      const name = `${series ?? ''}-${String(taken)}-${what.replace(/[^a-z]+/gi, '-')}`;
      if (series !== null) await picture(page, `docs/screenshots/${name}.png`);
    },
  };
}

async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations: found } = await axe.run();
    return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  });
}

/** A change is learned in a minute, on a busy machine in several. */
function patience() {
  return 900_000;
}
const long = 600_000;
