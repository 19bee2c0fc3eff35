import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { invite } from '../../src/console/sign-in/invitation.ts';
import type { Role } from '../../src/ports/staff.ts';
import { openStorage, type Storage } from '../../src/storage/open-storage.ts';
import { picture } from './picture.ts';
import { onStage, type Stage } from './stage.ts';
import { complaintsOf, seriousProblems } from './student.ts';

const stage = onStage();

let storage: Storage;
beforeAll(async () => {
  storage = await openStorage({ kind: 'sqlite', path: stage.database, durability: 'NORMAL' });
});
afterAll(async () => {
  await storage.close();
});

const words = 'four words in a row';
const others = 'a lantern under the fig tree';
const code = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret) }).generate();

async function join(role: Role, name: string, options: Parameters<Stage['open']>[0] = {}): Promise<Page> {
  const page = await stage.open(options);
  const path = await invite(storage.staff, { role, name, now: new Date() });
  await page.goto(`${stage.url}${path}?lang=en`);
  await page.getByLabel('Password', { exact: true }).fill(words);
  await page.getByLabel('The password once more').fill(words);
  await page.getByRole('button', { name: 'Make my account' }).click();
  await page.waitForURL(/\/staff\/conversations/);
  return page;
}

async function signIn(page: Page, name: string, password: string): Promise<void> {
  await page.goto(`${stage.url}/staff/sign-in?lang=en`);
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** The key under the picture, as somebody without a camera reads it. */
async function keyOn(page: Page): Promise<string> {
  return (await page.locator('main code').innerText()).replaceAll(' ', '');
}

test('a pasted password that is too long is refused in words, not cut', async () => {
  const page = await stage.open();
  const path = await invite(storage.staff, { role: 'reviewer', name: 'Long', now: new Date() });
  await page.goto(`${stage.url}${path}?lang=en`);
  for (const label of ['Password', 'The password once more'])
    await page.getByLabel(label, { exact: true }).fill('fig lantern '.repeat(30));
  await page.getByRole('button', { name: 'Make my account' }).click();
  expect(await page.getByRole('alert').innerText()).toContain('Nothing was cut off');
});

test('a colleague changes the password by the way through their name, and signs in with the new one', async () => {
  const page = await join('reviewer', 'Ada');
  const complaints = complaintsOf(page);
  await page.getByRole('link', { name: /^Ada/ }).click();
  await page.getByLabel('Your password now').fill(words);
  await page.getByLabel('A new password').fill('passwordpassword');
  await page.getByLabel('The password once more').fill('passwordpassword');
  await page.getByRole('button', { name: 'Change the password' }).click();
  expect(await page.getByRole('alert').innerText()).toContain('tried first');
  expect(complaints.filter((text) => !text.includes('422'))).toEqual([]);
  await page.getByLabel('Your password now').fill(words);
  await page.getByLabel('A new password').fill(others);
  await page.getByLabel('The password once more').fill(others);
  await page.getByRole('button', { name: 'Change the password' }).click();
  expect(await page.getByRole('status').innerText()).toContain('is changed');
  const again = await stage.open();
  await signIn(again, 'Ada', others);
  await again.waitForURL(/\/staff\/conversations/);
});

test('an administrator requires the second step; a colleague sets it up, signs in with it, and is reset', async () => {
  const root = await join('admin', 'Root');
  const page = await join('curator', 'Cleo');
  await root.goto(`${stage.url}/staff/accounts`);
  await root.getByRole('button', { name: 'Require a second step of Cleo' }).click();
  expect(await root.getByRole('row', { name: /Cleo/ }).innerText()).toContain('required, not set up yet');

  await page.goto(`${stage.url}/staff/queue`);
  await page.waitForURL(/\/staff\/account/);
  expect(await page.getByRole('status').innerText()).toContain('set it up');
  await page.getByRole('button', { name: 'Set it up' }).click();
  expect(
    await page
      .getByRole('img', { name: /QR code/ })
      .locator('svg')
      .count(),
  ).toBe(1);
  const secret = await keyOn(page);
  await page.getByLabel('The code in figures').fill(code(secret));
  await page.getByRole('button', { name: 'Turn it on' }).click();
  expect(await page.getByRole('status').innerText()).toContain('is on');

  const there = await stage.open();
  await signIn(there, 'Cleo', words);
  await there.getByLabel('The code in figures').fill('123 456');
  await there.getByRole('button', { name: 'Sign in' }).click();
  expect(await there.getByRole('alert').innerText()).toContain('does not fit');
  // The code that turned it on is used up: the next half minute's is taken early.
  const next = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + 30_000 });
  await there.getByLabel('The code in figures').fill(`${next.slice(0, 3)} ${next.slice(3)}`);
  await there.getByRole('button', { name: 'Sign in' }).click();
  await there.waitForURL(/\/staff\/conversations/);

  await root.goto(`${stage.url}/staff/accounts`);
  await root.getByRole('button', { name: 'Reset the second step of Cleo' }).click();
  expect(await root.getByRole('row', { name: /Cleo/ }).innerText()).toContain('required, not set up yet');
});

describe('the pages, light and dark, at 390 and 1280 pixels, in both languages', () => {
  test.each([
    ['en', 1280, 900, 'light'],
    ['fr', 1280, 900, 'dark'],
    ['en', 390, 844, 'dark'],
    ['fr', 390, 844, 'light'],
  ] as const)('%s, %s × %s, %s', async (language, width, height, colorScheme) => {
    const name = `Photo ${language} ${String(width)}`;
    const page = await join('admin', name, { viewport: { width, height }, colorScheme });
    const look = async (what: string) => {
      const key = `${what}-${language}-${String(width)}-${colorScheme}`;
      await picture(page, `var/screenshots/${key}.png`, { fullPage: true });
      const wider = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
      expect([key, wider, await seriousProblems(page)]).toEqual([key, 0, []]);
    };
    await page.goto(`${stage.url}/staff/account?lang=${language}`);
    await look('own-account');
    await page.locator('form[action$="offer"] button').click();
    await look('own-account-offered');
    const secret = await keyOn(page);
    await page.locator('#code').fill('000000');
    await page.locator('form[action$="begin"] button').click();
    await look('own-account-refused');
    await page.locator('#code').fill(code(secret));
    await page.locator('form[action$="begin"] button').click();
    await look('own-account-on');
    await page.goto(`${stage.url}/staff/accounts`);
    await look('accounts');
    await page.locator('form[action="/staff/sign-out"] button').click();
    await page.locator('#name').fill(name);
    await page.locator('#password').fill(words);
    await page.locator('form.stacked button').click();
    await page.waitForURL(/sign-in\/code/);
    await look('code');
  });
});
