import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { picture, pictured } from './picture.ts';

/** A browser for one test file; each student has a window of their own. */
export type Browser = {
  open(options?: Parameters<Awaited<ReturnType<typeof chromium.launch>>['newContext']>[0]): Promise<Page>;
  close(): Promise<void>;
};

export async function openBrowser(): Promise<Browser> {
  // Playwright gives each launch a new user data folder and removes it.
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const contexts: BrowserContext[] = [];
  return {
    async open(options = {}) {
      const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 }, ...options });
      // A machine that is busy takes its time; what never comes still fails.
      context.setDefaultTimeout(60_000);
      contexts.push(context);
      return context.newPage();
    },
    async close() {
      for (const context of contexts) await context.close();
      await browser.close();
    },
  };
}

/** What the chat shows, from the first word to the last: the page's own greeting, then Web Chat in its place. */
export async function transcript(page: Page): Promise<string> {
  return page.locator('#webchat').innerText();
}

/** Web Chat has taken the place of the page's own greeting and of what was said until then. */
export async function standsAlone(page: Page): Promise<void> {
  await page.locator('.webchat:not([data-arriving])').waitFor();
}

/** Opens what is needed less often, and presses one of it. */
export async function tool(page: Page, name: string): Promise<void> {
  await page.locator('.more summary').click();
  await page.getByRole('button', { name, exact: true }).click();
}

export async function heard(page: Page, words: string | RegExp): Promise<void> {
  await expect.poll(() => transcript(page).catch(() => '')).toMatch(words);
}

/** Types into the chat's own box and sends. */
export async function say(page: Page, text: string): Promise<void> {
  const box = page.locator('#say');
  await box.fill(text);
  await box.press('Enter');
}

/** Presses a suggested answer. */
export async function choose(page: Page, label: string | RegExp): Promise<void> {
  await page.locator('.chips button', { hasText: label }).first().click();
}

/** For the README and for whoever looks: taken when nothing moves any more. */
export async function photograph(page: Page, name: string): Promise<void> {
  if (!pictured) return;
  await page.evaluate(`new Promise((still) => {
    const places = () => JSON.stringify([...document.querySelectorAll('.webchat__basic-transcript__scrollable')].map(({ scrollTop, scrollHeight }) => [scrollTop, scrollHeight]));
    let before = '', same = 0;
    const look = setInterval(() => {
      same = places() === before ? same + 1 : 0;
      before = places();
      if (same < 12) return;
      clearInterval(look);
      still();
    }, 100);
  })`);
  await picture(page, `docs/screenshots/${name}.png`);
}

/** What axe finds that is serious or worse, as "rule: element". */
export async function seriousProblems(page: Page): Promise<string[]> {
  const path = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  // The page's policy forbids foreign scripts; evaluating is the browser's own way in.
  await page.evaluate(readFileSync(path, 'utf8'));
  return page.evaluate(async () => {
    type Axe = { run(): Promise<{ violations: { id: string; impact: string; nodes: { target: string[] }[] }[] }> };
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
  });
}

/** What the page complained about: errors and refusals of the policy. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return complaints;
}

/** Counts what a person does. */
export function countedActs() {
  let count = 0;
  const once = async (act: Promise<unknown>): Promise<void> => {
    count += 1;
    await act;
  };
  return { once, count: () => count };
}
