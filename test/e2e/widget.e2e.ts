import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve, type Served } from './serve.ts';
import { complaintsOf, openBrowser, photograph, type Browser } from './student.ts';

let school: Server;
let origin = '';
let served: Served;
let browser: Browser;

/** A school's site on another origin, with a policy of its own and two pages that bear the line. */
beforeAll(async () => {
  school = createServer((req, res) => {
    res.setHeader('content-type', 'text/html; charset=utf-8');
    res.end(`<!doctype html><html lang="fr"><title>École</title><style>button { background: red !important }</style>
      <h1>École ${req.url ?? ''}</h1><a href="/other">Autre page</a>
      <script src="${served.url}/widget.js" data-name="Aide santé" data-color="#7c2d12" data-position="left"></script></html>`);
  });
  await new Promise<void>((resolve) => {
    school.listen(0, '127.0.0.1', resolve);
  });
  const address = school.address() as AddressInfo;
  // Another port is another origin.
  origin = `http://127.0.0.1:${String(address.port)}`;
  [served, browser] = await Promise.all([serve({ TRUSTED_SITES: origin }), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await served.stop();
  school.close();
});

test('one line on a school’s page: nothing is loaded before the press, then the chat answers and goes on over pages', async () => {
  const page = await browser.open({ locale: 'fr' });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(origin);
  const button = page.getByRole('button', { name: 'Ouvrir Aide santé' });
  await expect.poll(() => button.isVisible()).toBe(true);
  expect(asked.filter((path) => path.startsWith('/assets') || path === '/widget')).toEqual([]);

  await button.click();
  const chat = page.frameLocator('iframe');
  const feed = chat.locator('.webchat [role="feed"]');
  const hears = (words: RegExp) => expect.poll(() => feed.innerText().catch(() => '')).toMatch(words);
  await hears(/Je suis Guichet/);
  await chat.locator('[data-id="webchat-sendbox-input"]').fill('combien coûte une consultation chez le médecin');
  await chat.locator('[data-id="webchat-sendbox-input"]').press('Enter');
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
  const page = await browser.open({ locale: 'fr', viewport: { width: 390, height: 844 } });
  await page.goto(origin);
  await page.getByRole('button', { name: 'Ouvrir Aide santé' }).click();
  await expect.poll(async () => page.locator('iframe').boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
  await expect
    .poll(() =>
      page
        .frameLocator('iframe')
        .locator('.webchat [role="feed"]')
        .innerText()
        .catch(() => ''),
    )
    .toMatch(/Guichet/);
  await photograph(page, 'widget-fr-390');
});

test('a page of a site that is not named may not frame the chat', async () => {
  const page = await browser.open();
  const complaints = complaintsOf(page);
  await page.goto(origin.replace('127.0.0.1', 'localhost'));
  await page.getByRole('button', { name: 'Ouvrir Aide santé' }).click();
  await expect.poll(() => complaints.join('\n')).toMatch(/frame-ancestors/);
  expect(await page.frameLocator('iframe').locator('.chat').count()).toBe(0);
});
