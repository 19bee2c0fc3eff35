import { describe, expect, test } from 'vitest';
import type { BrowserContext, Page } from 'playwright-core';
import { onEchoStage } from './echo-stage.ts';
import { heard, photograph, say, tool, transcript } from './student.ts';

const stage = onEchoStage();

async function talked(context?: BrowserContext): Promise<Page> {
  const page = context === undefined ? await stage.open() : await context.newPage();
  await page.goto(stage.url);
  await say(page, 'hello');
  await heard(page, /You said: hello/);
  return page;
}

/** The device was left alone since yesterday. */
async function aDayLater(page: Page): Promise<void> {
  await page.evaluate(`const state = JSON.parse(localStorage.getItem('guichet.conversation'));
    localStorage.setItem('guichet.conversation', JSON.stringify({ ...state, at: Date.now() - 25 * 3_600_000 }));`);
}

function later(milliseconds: number, act: () => Promise<void>): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds)).then(act);
}

const said = (page: Page) => page.locator('.webchat .webchat__bubble--from-user').allInnerTexts();

describe('coming back', () => {
  test('a closed tab and a new one: the conversation is there, and one message stands once', async () => {
    const page = await talked();
    const context = page.context();
    await page.close();
    const again = await context.newPage();
    await again.goto(stage.url);
    await heard(again, /Welcome[^]*hello[^]*You said: hello/);
    await say(again, 'still here');
    await heard(again, /You said: still here/);
    expect((await said(again)).filter((text) => text.includes('hello'))).toHaveLength(1);
  });

  test('what a tab kept for itself before is taken up', async () => {
    const page = await talked();
    await page.evaluate(`const { resume } = JSON.parse(localStorage.getItem('guichet.conversation'));
      localStorage.clear();
      sessionStorage.setItem('guichet.conversation', JSON.stringify({ resume }));`);
    await page.reload();
    await heard(page, /You said: hello/);
  });

  test('after a day only a badge: the words are shown when they are asked for', async () => {
    const page = await talked();
    await page.goto(`${stage.url}/en/legal`);
    await aDayLater(page);
    stage.colleague('Your papers are here.');
    await page.goto(stage.url);
    const kept = page.locator('#coming-back');
    await expect.poll(() => kept.innerText()).toMatch(/kept on this device[^]*New from a colleague: 1/);
    await expect.poll(() => page.title()).toMatch(/^\(1\) /);
    await photograph(page, 'back-after-a-day-en-1280');
    expect(await transcript(page)).not.toMatch(/You said|papers/);
    await page.getByRole('button', { name: 'Show my conversation' }).click();
    await heard(page, /You said: hello[^]*Your papers are here/);
    expect(await kept.isVisible()).toBe(false);
    await expect.poll(() => page.title()).not.toMatch(/^\(/);
  });

  test('who writes before choosing is asked to choose, and the message goes where was chosen', async () => {
    const page = await talked();
    await page.goto(`${stage.url}/en/legal`);
    await aDayLater(page);
    await page.goto(stage.url);
    await say(page, 'somebody else');
    await expect.poll(() => page.locator('[data-back="show"]:focus').count()).toBe(1);
    expect(await transcript(page)).not.toMatch(/You said/);
    await page.getByRole('button', { name: 'Forget me on this device' }).last().click();
    await heard(page, /You said: somebody else/);
    expect(await transcript(page)).not.toMatch(/You said: hello/);
  });

  test('forgotten while a slow line still takes it up, it does not come back', async () => {
    const page = await talked();
    await page.goto(`${stage.url}/en/legal`);
    await aDayLater(page);
    await page.route('**/tokens/generate', (route) => later(1_000, () => route.continue()));
    await page.goto(stage.url);
    const isPage = (url: URL) => url.pathname === '/';
    await page.route(isPage, (route) => later(3_000, () => route.continue()), { times: 1 });
    const reloaded = page.waitForEvent('load');
    await page.getByRole('button', { name: 'Forget me on this device' }).last().click();
    await reloaded;
    expect(await page.evaluate("localStorage.getItem('guichet.conversation')")).toBeNull();
  });

  test('"forget me on this device" leaves nothing of it, in every tab', async () => {
    const page = await talked();
    const other = await page.context().newPage();
    await other.goto(stage.url);
    await heard(other, /You said: hello/);
    page.on('dialog', (dialog) => void dialog.accept());
    await tool(page, 'Forget me on this device');
    for (const tab of [page, other]) {
      await expect.poll(() => transcript(tab).catch(() => 'You said')).not.toMatch(/You said/);
      await heard(tab, /I am Guichet/);
    }
    expect(await page.evaluate("localStorage.getItem('guichet.conversation')")).toBeNull();
  });

  test('two tabs share one conversation: what is said in one stands in the other', async () => {
    const page = await talked();
    const other = await page.context().newPage();
    await other.goto(stage.url);
    await heard(other, /You said: hello/);
    await say(other, 'from the second tab');
    await heard(page, /You said: from the second tab/);
    expect((await said(page)).filter((text) => text.includes('second'))).toHaveLength(1);
  });

  test('a private link carries it to another device, until it is taken back', async () => {
    const page = await talked();
    await tool(page, 'Go on on another device');
    const link = await page.getByRole('textbox', { name: 'Private link to this conversation' }).inputValue();
    const phone = await stage.open();
    await phone.goto(link);
    await heard(phone, /You said: hello/);
    expect(phone.url()).not.toContain('continue');
    await say(phone, 'on the bus');
    await heard(page, /You said: on the bus/);
    // Tokens count whole seconds.
    await page.waitForTimeout(1500);
    await page.getByRole('button', { name: 'Take the link back' }).click();
    await expect.poll(() => phone.locator('.chat-notice').innerText()).toMatch(/has ended/);
    await phone.goto(link);
    await phone.locator('#say').focus();
    await heard(phone, /Welcome/);
    expect(await transcript(phone)).not.toMatch(/bus/);
    await say(page, 'mine still');
    await heard(page, /You said: mine still/);
  });

  test('a browser that keeps nothing says so, and the chat works', async () => {
    const page = await stage.open();
    await page.addInitScript(
      "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } });",
    );
    await page.goto(stage.url);
    await say(page, 'hello');
    await heard(page, /You said: hello/);
    await expect.poll(() => page.locator('.chat-notice').innerText()).toMatch(/Your browser keeps nothing/);
  });

  test('a colleague who writes while nobody looks is counted in the title, until somebody looks', async () => {
    const page = await talked();
    const hide = (hidden: boolean) =>
      page.evaluate(`Object.defineProperty(document, 'visibilityState', { value: '${hidden ? 'hidden' : 'visible'}', configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));`);
    await hide(true);
    stage.colleague('Come on Monday.');
    await expect.poll(() => page.title()).toMatch(/^\(1\) /);
    await hide(false);
    await expect.poll(() => page.title()).not.toMatch(/^\(/);
  });

  test('on a school’s page the button says that a colleague wrote, while the panel is shut and on the next page', async () => {
    const page = await stage.open();
    await page.goto(`${stage.url}/widget/demo?lang=en`);
    await page.getByRole('button', { name: /^Open / }).click();
    const chat = page.frameLocator('iframe');
    await chat.locator('#say').fill('hello');
    await chat.locator('#say').press('Enter');
    const shown = () =>
      chat
        .locator('#webchat')
        .innerText()
        .catch(() => '');
    await expect.poll(shown).toMatch(/You said: hello/);
    const frame = page.frame({ url: /\/widget\?/ })!;
    await frame.evaluate(`globalThis.hidden = new Promise((heard) => addEventListener('message', ({ data }) => {
      if (data?.guichetShown === false) setTimeout(heard);
    })); undefined`);
    await chat.locator('[data-close]').click();
    await frame.evaluate('hidden');
    stage.colleague('Your card is here.');
    const badged = page.getByRole('button', { name: /New from a colleague: 1/ });
    await expect.poll(() => badged.count()).toBe(1);
    await page.reload();
    await expect.poll(() => badged.count()).toBe(1);
    await badged.click();
    await expect.poll(shown).toMatch(/Your card is here/);
    await expect.poll(() => page.getByRole('button', { name: /New from/ }).count()).toBe(0);
  });
});
