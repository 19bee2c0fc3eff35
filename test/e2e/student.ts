import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { expect } from 'vitest';

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
      contexts.push(context);
      return context.newPage();
    },
    async close() {
      for (const context of contexts) await context.close();
      await browser.close();
    },
  };
}

/** What the chat shows, from the first word to the last. */
export async function transcript(page: Page): Promise<string> {
  return page.locator('.webchat [role="feed"]').innerText();
}

export async function heard(page: Page, words: string | RegExp): Promise<void> {
  await expect.poll(() => transcript(page).catch(() => ''), { timeout: 30_000 }).toMatch(words);
}

/** Types into the chat's own box and sends. */
export async function say(page: Page, text: string): Promise<void> {
  const box = page.locator('[data-id="webchat-sendbox-input"]');
  await box.fill(text);
  await box.press('Enter');
}

/** Presses a suggested answer. */
export async function choose(page: Page, label: string | RegExp): Promise<void> {
  await page.locator('.webchat__suggested-actions button', { hasText: label }).first().click();
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
