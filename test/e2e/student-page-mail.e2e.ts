import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve, type Served } from './serve.ts';
import { heard, openBrowser, say, type Browser } from './student.ts';

const received: { readonly to: readonly string[]; readonly text: string }[] = [];
let post: SMTPServer;
let served: Served;
let browser: Browser;

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
  const { port } = post.server.address() as { port: number };
  const mail = { SMTP_URL: `smtp://127.0.0.1:${String(port)}`, MAIL_FROM: 'Guichet <desk@school.example>' };
  [served, browser] = await Promise.all([serve(mail), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await served.stop();
  post.close();
});

test('"mail me this" by keyboard: the answers arrive, the address stands in no address line and is gone from the page', async () => {
  const page = await browser.open();
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));
  await page.goto(served.url);
  await heard(page, /I am Guichet/);
  await say(page, 'how much does a gp visit cost');
  await heard(page, /30\.00 €/);
  const open = page.getByRole('button', { name: 'Mail me this' });
  await open.press('Enter');
  const field = page.getByLabel('Your e-mail address');
  await expect.poll(() => page.locator('#mail-address:focus').count()).toBe(1);
  await field.fill('ann@student.example');
  await field.press('Enter');
  await expect.poll(() => page.locator('.chat-notice').innerText()).toMatch(/on its way/);
  expect(await field.isVisible()).toBe(false);
  expect(await page.locator('[data-tool="mail"]:focus').count()).toBe(1);
  await expect.poll(() => received.length).toBe(1);
  expect(received[0]?.to).toEqual(['ann@student.example']);
  expect(received[0]?.text).toMatch(/30\.00/);
  expect(addresses.join(' ')).not.toContain('ann');
});
