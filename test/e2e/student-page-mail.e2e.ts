import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { onStage } from './stage.ts';
import type { Page } from 'playwright-core';
import { heard, say, seriousProblems, tool } from './student.ts';

const received: { readonly to: readonly string[]; readonly text: string }[] = [];
let post: SMTPServer;

beforeAll(async () => {
  post = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.once('end', () => {
        received.push({ to: envelope.rcptTo.map(({ address }) => address), text: Buffer.concat(chunks).toString() });
        done();
      });
    },
  });
  post.listen(0, '127.0.0.1');
  await once(post.server, 'listening');
});
afterAll(() => {
  post.close();
});
const stage = onStage(() => {
  const { port } = post.server.address() as AddressInfo;
  return { SMTP_URL: `smtp://127.0.0.1:${String(port)}`, MAIL_FROM: 'Guichet <desk@school.example>' };
});

const notice = (page: Page) => expect.poll(() => page.locator('.chat-notice').innerText());
const focused = (page: Page, id: string) => expect.poll(() => page.locator(`${id}:focus`).count());

test('"mail me this" by keyboard: a code, then the answers arrive; the address is in no address line and gone from the page', async () => {
  const page = await stage.open();
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));
  await page.goto(stage.url);
  await heard(page, /I am Guichet/);
  await say(page, 'how much does a gp visit cost');
  await heard(page, /30 €/);
  await page.locator('.more summary').press('Enter');
  await page.getByRole('button', { name: 'Mail me this' }).press('Enter');
  const field = page.getByLabel('Your e-mail address');
  await focused(page, '#mail-address').toBe(1);
  await field.fill('ann@student.example');
  await field.press('Enter');
  await notice(page).toMatch(/A code is on its way/);
  await focused(page, '#mail-code').toBe(1);
  await expect.poll(() => received.length).toBe(1);
  expect(received[0]?.text).not.toMatch(/costs 30/);
  const code = /code is (\d{6})/.exec(received[0]?.text ?? '')?.[1] ?? '';
  const confirm = page.getByLabel('The code from our mail');
  await confirm.fill(code === '000000' ? '000001' : '000000');
  await confirm.press('Enter');
  await notice(page).toMatch(/not right/);
  expect(await confirm.getAttribute('aria-invalid')).toBe('true');
  await confirm.fill(`${code.slice(0, 3)} ${code.slice(3)}`);
  await confirm.press('Enter');
  await notice(page).toMatch(/on its way/);
  expect(await confirm.isVisible()).toBe(false);
  expect(await page.locator('.more summary:focus').count()).toBe(1);
  await expect.poll(() => received.length).toBe(2);
  expect(received.map(({ to }) => to)).toEqual([['ann@student.example'], ['ann@student.example']]);
  expect(received[1]?.text).toMatch(/costs 30/);
  expect(addresses.join(' ')).not.toContain('ann');
});

test('on a phone both steps fit, and axe finds nothing', async () => {
  const page = await stage.open({ viewport: { width: 320, height: 640 } });
  await page.goto(stage.url);
  await heard(page, /I am Guichet/);
  await say(page, 'how much does a gp visit cost');
  await heard(page, /30 €/);
  await tool(page, 'Mail me this');
  const looked = async () => {
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    expect(await seriousProblems(page)).toEqual([]);
  };
  await looked();
  await page.getByLabel('Your e-mail address').fill('bo@student.example');
  await page.getByRole('button', { name: 'Mail me a code' }).click();
  await focused(page, '#mail-code').toBe(1);
  await looked();
  await page.getByRole('button', { name: 'Other address, or a new code' }).click();
  await focused(page, '#mail-address').toBe(1);
});
