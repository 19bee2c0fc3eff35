import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onStage } from './stage.ts';
import { complaintsOf, photograph } from './student.ts';

let school: Server;
let origin = '';

/** Pages as schools have them: where the line stands, and what stands around it. */
const hardPages: Readonly<Record<string, (line: string) => string>> = {
  head: (line) =>
    `<!doctype html><html lang="en"><head><script src="${line}"></script></head><body><h1>Head</h1></body></html>`,
  async: (line) =>
    `<!doctype html><html lang="en"><head><script async src="${line}"></script></head><body><h1>Async</h1></body></html>`,
  module: (line) =>
    `<!doctype html><html lang="en"><body><h1>Module</h1><script type="module" src="${line}" data-name="Help"></script></body></html>`,
  injected: (line) => `<!doctype html><html lang="en"><body><h1>Injected</h1><script>setTimeout(() => {
      const script = document.createElement('script'); script.src = '${line}'; document.head.append(script); }, 100)</script></body></html>`,
  twice: (line) =>
    `<!doctype html><html lang="en"><body><h1>Twice</h1><script src="${line}"></script><script src="${line}"></script></body></html>`,
  transform: (
    line,
  ) => `<!doctype html><html lang="en"><body style="transform: translateZ(0) scale(0.5); height: 3000px; overflow: hidden">
      <h1>Transform</h1><script src="${line}"></script></body></html>`,
  long: (line) => `<!doctype html><html lang="en"><body><script src="${line}" data-color="rgb(255, 230, 0)"
      data-name="International students' health insurance help desk of the faculty of letters"></script></body></html>`,
};

/** A school's site on another origin, with a policy of its own and two pages that bear the line. */
beforeAll(async () => {
  school = createServer((req, res) => {
    res.setHeader('content-type', 'text/html; charset=utf-8');
    const hard = hardPages[(req.url ?? '').slice(1)];
    if (hard !== undefined) return void res.end(hard(`${stage.url}/widget.js`));
    res.end(`<!doctype html><html lang="fr"><title>École</title><style>button { background: red !important }</style>
      <h1>École ${req.url ?? ''}</h1><a href="/other">Autre page</a>
      <script src="${stage.url}/widget.js" data-name="Aide santé" data-color="#7c2d12" data-position="left"></script></html>`);
  });
  await new Promise<void>((resolve) => {
    school.listen(0, '127.0.0.1', resolve);
  });
  const address = school.address() as AddressInfo;
  // Another port is another origin.
  origin = `http://127.0.0.1:${String(address.port)}`;
});
afterAll(() => {
  school.close();
});
const stage = onStage(() => ({ TRUSTED_SITES: origin }));

test('one line on a school’s page: nothing is loaded before the press, then the chat answers and goes on over pages', async () => {
  const page = await stage.open({ locale: 'fr' });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(origin);
  const button = page.getByRole('button', { name: 'Ouvrir Aide santé' });
  await expect.poll(() => button.isVisible()).toBe(true);
  expect(asked.filter((path) => path.startsWith('/assets') || path === '/widget')).toEqual([]);

  await button.click();
  const chat = page.frameLocator('iframe');
  const feed = chat.locator('#webchat');
  const hears = (words: RegExp) => expect.poll(() => feed.innerText().catch(() => '')).toMatch(words);
  await hears(/Je suis Guichet/);
  await chat.locator('#say').fill('combien coûte une consultation chez le médecin');
  await chat.locator('#say').press('Enter');
  await hears(/30 €/);
  await photograph(page, 'widget-fr-1280');

  await page.getByRole('link', { name: 'Autre page' }).click();
  await hears(/30 €/);
  await chat.locator('[data-close]').click();
  await expect.poll(() => page.locator('iframe').isVisible()).toBe(false);
  await expect.poll(() => page.locator('button:focus').count()).toBe(1);
  expect(await page.context().cookies()).toEqual([]);
});

test('on a phone the panel fills the screen', async () => {
  const page = await stage.open({ locale: 'fr', viewport: { width: 390, height: 844 } });
  await page.goto(origin);
  await page.getByRole('button', { name: 'Ouvrir Aide santé' }).click();
  await expect.poll(async () => page.locator('iframe').boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
  await expect
    .poll(() =>
      page
        .frameLocator('iframe')
        .locator('#webchat')
        .innerText()
        .catch(() => ''),
    )
    .toMatch(/Guichet/);
  await photograph(page, 'widget-fr-390');
});

test('a page of a site that is not named may not frame the chat', async () => {
  const page = await stage.open();
  const complaints = complaintsOf(page);
  await page.goto(origin.replace('127.0.0.1', 'localhost'));
  await page.getByRole('button', { name: 'Ouvrir Aide santé' }).click();
  await expect.poll(() => complaints.join('\n')).toMatch(/frame-ancestors/);
  expect(await page.frameLocator('iframe').locator('.chat').count()).toBe(0);
});

describe('on pages as schools have them', () => {
  test.each(['head', 'async', 'module', 'injected', 'twice', 'transform', 'long'])(
    '%s: one button, and the chat answers',
    async (kind) => {
      const page = await stage.open();
      const complaints = complaintsOf(page);
      await page.goto(`${origin}/${kind}`);
      const button = page.getByRole('button', { name: /^Open / });
      await expect.poll(() => button.count()).toBe(1);
      const { x, y, width, height } = (await button.boundingBox())!;
      expect(x + width).toBeLessThanOrEqual(1280);
      expect(y + height).toBe(880);
      expect(width).toBeLessThanOrEqual(320);
      await button.click();
      const chat = page.frameLocator('iframe');
      await chat.locator('#say').fill('how much does a gp visit cost');
      await chat.locator('#say').press('Enter');
      await expect
        .poll(() =>
          chat
            .locator('#webchat')
            .innerText()
            .catch(() => ''),
        )
        .toMatch(/30 €/);
      if (kind === 'transform' || kind === 'long' || kind === 'head') await photograph(page, `widget-${kind}-en-1280`);
      expect(complaints).toEqual([]);
    },
  );

  test('after the page swapped its body, and after it wrote itself anew', async () => {
    const page = await stage.open();
    await page.goto(`${origin}/head`);
    const button = page.getByRole('button', { name: /^Open / });
    await expect.poll(() => button.count()).toBe(1);
    await page.evaluate(
      "document.body.replaceWith(Object.assign(document.createElement('body'), { innerHTML: '<h1>Next</h1>' }))",
    );
    await expect.poll(() => button.count()).toBe(1);
    await page.evaluate("document.documentElement.innerHTML = '<body><h1>Anew</h1></body>'");
    await expect.poll(() => button.count()).toBe(1);
    await button.click();
    await expect
      .poll(() =>
        page
          .frameLocator('iframe')
          .locator('#webchat')
          .innerText()
          .catch(() => ''),
      )
      .toMatch(/Guichet/);
  });

  test('a phone on its side, then turned: the panel fills it, and the conversation has room', async () => {
    const page = await stage.open({ viewport: { width: 844, height: 390 } });
    await page.goto(`${origin}/head`);
    await page.getByRole('button', { name: /^Open / }).click();
    const chat = page.frameLocator('iframe');
    await chat.locator('#say').fill('how much does a gp visit cost');
    await chat.locator('#say').press('Enter');
    await expect
      .poll(() =>
        chat
          .locator('#webchat')
          .innerText()
          .catch(() => ''),
      )
      .toMatch(/30 €/);
    await expect.poll(() => page.locator('iframe').boundingBox()).toEqual({ x: 0, y: 0, width: 844, height: 390 });
    expect((await chat.locator('#webchat').boundingBox())!.height).toBeGreaterThan(150);
    await photograph(page, 'widget-landscape-en');
    await page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(() => page.locator('iframe').boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
    await page.setViewportSize({ width: 1280, height: 900 });
    await expect.poll(async () => (await page.locator('iframe').boundingBox())?.width).toBe(400);
  });

  test('a light page on a dark system keeps a light panel', async () => {
    const page = await stage.open({ colorScheme: 'dark' });
    await page.goto(`${origin}/long`);
    await page.getByRole('button', { name: /^Open / }).click();
    await page.frameLocator('iframe').locator('#say').waitFor();
    const [, frame] = page.frames();
    await expect
      .poll(() => frame!.evaluate("getComputedStyle(document.querySelector('.chat')).backgroundColor"))
      .toBe('rgb(255, 255, 255)');
  });

  test('a window that is too small opens a page of its own', async () => {
    const page = await stage.open({ viewport: { width: 260, height: 400 } });
    await page.goto(`${origin}/head`);
    const opened = page.context().waitForEvent('page');
    await page.getByRole('button', { name: /^Open / }).click();
    expect((await opened).url()).toBe(`${stage.url}/en`);
    expect(await page.locator('iframe').count()).toBe(0);
  });
});

test('a page may open, ask, close, and hear of it', async () => {
  const page = await stage.open();
  await page.goto(`${origin}/head`);
  await page.evaluate(`globalThis.happened = [];
    for (const what of ['open', 'close']) document.addEventListener('guichet:' + what, () => happened.push(what));
    Guichet.ask('how much does a gp visit cost');`);
  const chat = page.frameLocator('iframe');
  await expect
    .poll(() =>
      chat
        .locator('#webchat')
        .innerText()
        .catch(() => ''),
    )
    .toMatch(/how much does a gp visit cost[^]*30 €/);
  await page.evaluate('Guichet.close()');
  expect(await page.locator('iframe').isVisible()).toBe(false);
  await page.evaluate('Guichet.toggle()');
  expect(await page.locator('iframe').isVisible()).toBe(true);
  expect(await page.evaluate('happened')).toEqual(['open', 'close', 'open']);
});
