import { describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { onStage } from './stage.ts';
import { choose, heard, photograph, say, standsAlone, transcript } from './student.ts';

const stage = onStage();

const said = (page: Page) => page.locator('.webchat .webchat__bubble--from-user').allInnerTexts();
const notice = (page: Page) => expect.poll(() => page.locator('.chat-notice').innerText());
const times = async (page: Page, words: string) => (await said(page)).filter((text) => text.includes(words)).length;

describe('a line that is gone', () => {
  test('for 20 seconds: the message waits, that is said, and it is answered once when the line is back', async () => {
    const page = await stage.open();
    await page.goto(stage.url);
    await page.getByRole('button', { name: 'Check my situation' }).click();
    await heard(page, /already registered/);
    await page.context().setOffline(true);
    await notice(page).toMatch(/No connection/);
    // What can be pressed stays.
    expect(await page.locator('.chips button').count()).toBeGreaterThan(1);
    await choose(page, 'No');
    await notice(page).toMatch(/Not sent yet[^]*sent once/);
    await photograph(page, 'offline-en-1280');
    await page.waitForTimeout(20_000);
    await page.context().setOffline(false);
    await heard(page, /You said: No[^]*Guichet said/);
    await notice(page).toBe('');
    await expect.poll(() => times(page, 'No')).toBe(1);
    expect(await transcript(page)).not.toMatch(/Retry|failed/i);
    await expect.poll(() => page.locator('.chips button').count()).toBeGreaterThan(0);
  });

  test('a server that restarts is said, and what was written meanwhile is answered once', async () => {
    const page = await stage.open();
    await page.goto(stage.url);
    await say(page, 'how much does a gp visit cost');
    await heard(page, /30 €/);
    await stage.restart(async () => {
      await notice(page).toMatch(/No connection/);
      await say(page, 'what is the carte vitale');
      await notice(page).toMatch(/Not sent yet/);
    });
    await heard(page, /carte vitale[^]*carte Vitale/);
    await notice(page).toBe('');
    await expect.poll(() => times(page, 'what is the carte vitale')).toBe(1);
  });

  test('what waits survives a reload', async () => {
    const page = await stage.open();
    await page.goto(stage.url);
    await say(page, 'how much does a gp visit cost');
    await heard(page, /30 €/);
    // The page still loads; nothing can be sent.
    await page.route('**/activities', (route) => route.abort());
    await say(page, 'what is the carte vitale');
    await notice(page).toMatch(/Not sent yet/);
    await page.unroute('**/activities');
    await page.reload();
    await heard(page, /what is the carte vitale[^]*Guichet said/);
    await expect.poll(() => times(page, 'what is the carte vitale')).toBe(1);
  });
});

describe('one press is one message', () => {
  test.each([
    { how: 'quick', delay: 60 },
    { how: 'on a page that is slow to hear of it', delay: 700 },
  ])('a double click on "No", $how, does not answer the next question', async ({ delay }) => {
    const page = await stage.open();
    await page.goto(stage.url);
    await page.getByRole('button', { name: 'Check my situation' }).dblclick();
    await heard(page, /already registered/);
    await page.locator('.chips button', { hasText: 'No' }).first().dblclick({ delay });
    await heard(page, /You said: No[^]*Guichet said/);
    await page.waitForTimeout(1500);
    expect(await said(page)).toHaveLength(2);
  });

  test('Enter twice, and the button twice, send once', async () => {
    const page = await stage.open();
    await page.goto(stage.url);
    await page.locator('#say').fill('how much does a gp visit cost');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await heard(page, /30 €/);
    await page.locator('#say').fill('what is the carte vitale');
    await page.locator('.send').dblclick();
    await heard(page, /carte Vitale/);
    await page.waitForTimeout(1000);
    expect(await said(page)).toHaveLength(2);
  });
});

test('what comes next starts at the answer, also after a question that is longer than the window', async () => {
  const page = await stage.open({ viewport: { width: 390, height: 844 } });
  await page.goto(stage.url);
  await say(
    page,
    `how much does a gp visit cost? ${'I have been here since September and nobody could tell me. '.repeat(25)}`,
  );
  await heard(page, /30 €/);
  const answer = () =>
    page.evaluate<{ top: number; bottom: number; window: number }>(`(() => {
      const view = document.querySelector('.webchat__basic-transcript__scrollable').getBoundingClientRect();
      const bubble = [...document.querySelectorAll('.webchat__bubble:not(.webchat__bubble--from-user)')].at(-1).getBoundingClientRect();
      return { top: bubble.top - view.top, bottom: bubble.bottom - view.top, window: view.height };
    })()`);
  await standsAlone(page);
  // At the top of the window, or all of it in the window; and it stays there.
  const begins = ({ top, bottom, window }: Awaited<ReturnType<typeof answer>>) =>
    top >= 0 && (top < 60 || bottom <= window);
  await expect.poll(async () => begins(await answer())).toBe(true);
  await page.waitForTimeout(1500);
  expect(await answer()).toSatisfy(begins);
});
