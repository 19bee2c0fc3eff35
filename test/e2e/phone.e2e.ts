import { describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { onStage } from './stage.ts';
import { choose, heard, photograph, say, standsAlone } from './student.ts';

const stage = onStage();

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

/** What part of the window the conversation has. */
const share = (page: Page) =>
  page.evaluate<number>("document.querySelector('#webchat').getBoundingClientRect().height / innerHeight");

/** A Brazilian student of 22 who stays ten months. */
async function decided(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Check my situation' }).first().tap();
  await heard(page, /already registered/);
  await choose(page, 'No');
  await say(page, 'I am Brazilian, 22 years old, no job');
  await heard(page, /Brazil/);
  await say(page, '10 months');
  await heard(page, /You must register with French public insurance online/);
  await standsAlone(page);
}

describe('on a phone', () => {
  test('once talking, the rest folds away: 70 % of the height, half with the keyboard, and a tap on an answer opens none', async () => {
    const page = await stage.open(phone);
    await page.goto(stage.url);
    await photograph(page, 'home-en-390-light');
    // The box is in reach before anything was scrolled.
    expect((await page.locator('#say').boundingBox())!.y).toBeLessThan(844);
    await page.getByRole('button', { name: 'Check my situation' }).first().tap();
    await heard(page, /already registered/);
    await expect.poll(() => share(page)).toBeGreaterThanOrEqual(0.7);
    expect(await page.evaluate('document.activeElement.tagName')).not.toBe('TEXTAREA');
    await photograph(page, 'talking-en-390');
    await page.locator('#say').tap();
    await page.setViewportSize({ width: 390, height: 844 - 336 });
    await expect.poll(() => share(page)).toBeGreaterThanOrEqual(0.5);
    await photograph(page, 'keyboard-en-390');
  });

  test('suggested answers are one row that scrolls, and no label breaks inside a word', async () => {
    const page = await stage.open(phone);
    await page.goto(stage.url);
    await say(page, 'talk to a person');
    await heard(page, /Your reference/);
    await photograph(page, 'handover-en-390');
    await say(page, 'my card never came');
    await heard(page, /Where do you want to go on/);
    const tops = () =>
      page.evaluate<number[]>(
        "[...document.querySelectorAll('.chips button')].map((chip) => Math.round(chip.getBoundingClientRect().top))",
      );
    await expect.poll(async () => (await tops()).length).toBeGreaterThan(2);
    expect(new Set(await tops()).size).toBe(1);
    await say(page, 'how much is 3 months plus responsabilité civile');
    await heard(page, /127 €/);
    await standsAlone(page);
    // Each word of every label, set alone, is no wider than its label's place.
    const broken = await page.evaluate<
      string[]
    >(`[...document.querySelectorAll('.ac-textBlock, .ac-factset td, .chip')].flatMap((label) => {
      if (!label.checkVisibility()) return [];
      const style = getComputedStyle(label);
      const pen = document.createElement('canvas').getContext('2d');
      pen.font = style.font;
      return label.innerText.split(/[\\s-]+/).filter((word) => pen.measureText(word).width > label.clientWidth + 2);
    })`);
    expect(broken).toEqual([]);
  });

  test('nothing jumps: the layout shifts by less than a tenth, at the first visit and at the next', async () => {
    const page = await stage.open(phone);
    await page.addInitScript(`globalThis.shifted = 0;
      new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) shifted += entry.value; })
        .observe({ type: 'layout-shift', buffered: true });`);
    await page.goto(stage.url);
    await page.waitForTimeout(1500);
    expect(await page.evaluate('shifted')).toBeLessThan(0.1);
    await decided(page);
    await page.reload();
    await heard(page, /You must register/);
    await page.waitForTimeout(1500);
    expect(await page.evaluate('shifted')).toBeLessThan(0.1);
  });

  test('the box grows to five lines and keeps the lines that are pasted', async () => {
    const page = await stage.open(phone);
    await page.goto(stage.url);
    const box = page.locator('#say');
    const height = async () => (await box.boundingBox())!.height;
    const one = await height();
    await box.fill('first line\nsecond line\nthird line');
    expect(await height()).toBeGreaterThan(one * 1.5);
    await box.fill(Array.from({ length: 20 }, (_, line) => `line ${String(line)}`).join('\n'));
    expect(await height()).toBeLessThan(one + 5 * 26);
    await box.fill('how much does\na gp visit cost');
    await box.press('Enter');
    await heard(page, /30 €/);
    expect(await page.locator('.webchat__bubble--from-user').last().innerText()).toMatch(
      /how much does\n+a gp visit cost/,
    );
    expect(await height()).toBeCloseTo(one, 0);
  });
});

describe('a result', () => {
  test('is read in a screen and a half while it is folded: verdict, price, three steps', async () => {
    const page = await stage.open(phone);
    await page.goto(stage.url);
    await decided(page);
    await photograph(page, 'result-en-390');
    const height = await page.evaluate<number>(
      "[...document.querySelectorAll('article.webchat__basic-transcript__activity')].at(-1).getBoundingClientRect().height",
    );
    expect(height).toBeLessThanOrEqual(1.5 * 844);
    expect(await page.locator('.ac-adaptiveCard ol li').count()).toBeGreaterThanOrEqual(3);
    await page.locator('.ac-pushButton', { hasText: 'Why' }).first().tap();
    await photograph(page, 'result-open-en-390');
  });

  test('a quote reads as a bill: labels at the start, amounts under one another at the end, the total strong', async () => {
    const page = await stage.open(phone);
    await page.goto(stage.url);
    await say(page, 'how much is 3 months plus responsabilité civile');
    await heard(page, /127 €/);
    await standsAlone(page);
    await photograph(page, 'quote-en-390');
    const lines = await page.evaluate<
      { text: string; right: number; weight: string }[]
    >(`[...document.querySelectorAll('.ac-columnSet')].map((line) => {
      const amount = [...line.querySelectorAll('.ac-textBlock')].at(-1);
      return { text: line.innerText, right: Math.round(amount.getBoundingClientRect().right), weight: getComputedStyle(amount).fontWeight };
    })`);
    expect(lines.map(({ text }) => text.replace(/\s+/g, ' '))).toEqual([
      expect.stringMatching(/^Assurance tranquillité, 3 months cover from .* 99 €$/),
      expect.stringMatching(/^Responsabilité civile .* 13 €$/),
      'Application expenses 15 €',
      'Total 127 €',
      'Saved by buying together 5 €',
    ]);
    expect(new Set(lines.map(({ right }) => right)).size).toBe(1);
    expect(Number(lines[3]!.weight)).toBeGreaterThanOrEqual(600);
    expect(Number(lines[2]!.weight)).toBeLessThan(600);
  });

  test('steps are numbered without scripts, and on the card of a hand-over', async () => {
    const page = await stage.open({ javaScriptEnabled: false });
    await page.goto(stage.url);
    await page.locator('#say').fill('talk to a person');
    await page.locator('.send').click();
    expect(await page.locator('.card ol li').count()).toBeGreaterThan(1);
  });

  test('is spoken once when it comes, its headings and steps in order, and no number of attachments', async () => {
    const page = await stage.open();
    await page.goto(stage.url);
    await page.locator('#say').focus();
    await heard(page, /Bot Guichet said/);
    await page.evaluate(`globalThis.spoken = [];
      for (const region of document.querySelectorAll('.webchat [role="log"], .webchat [aria-live="polite"]'))
        new MutationObserver((changes) => {
          for (const { addedNodes } of changes) for (const node of addedNodes) spoken.push(node.outerHTML ?? node.textContent);
        }).observe(region, { childList: true, subtree: false });`);
    await say(page, 'do i have to register? I am Brazilian, 22, no job, I stay 10 months and am not registered yet');
    await heard(page, /You must register with French public insurance online/);
    const cards = async () =>
      (await page.evaluate<string[]>('spoken')).filter((html) => html.includes('Your next steps'));
    await expect.poll(async () => (await cards()).length).toBe(1);
    const [html = ''] = await cards();
    expect(html).not.toMatch(/attachment/i);
    expect(html.match(/You must register with French public insurance online/g)).toHaveLength(1);
    expect(html).toMatch(
      /<h3[^>]*>Your situation<[^]*Price of registering: free[^]*<h3[^>]*>Your next steps<[^]*<ol[^>]*><li/,
    );
  });

  test('stands in the accessibility tree as headings and a list', async () => {
    const page = await stage.open();
    await page.goto(stage.url);
    await say(page, 'do i have to register? I am Brazilian, 22, no job, I stay 10 months and am not registered yet');
    await heard(page, /You must register with French public insurance online/);
    const tree = await page.locator('article.webchat__basic-transcript__activity').last().ariaSnapshot();
    expect(tree).toMatch(
      /heading "Your situation"[^]*heading "Your next steps"[^]*list:[^]*listitem[^]*listitem[^]*listitem/,
    );
    expect(await page.locator('#webchat').textContent()).not.toMatch(/\d attachments?/);
  });
});
