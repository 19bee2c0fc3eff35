import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { onStage } from './stage.ts';
import { heard, photograph, say, standsAlone } from './student.ts';

/** A school's page in English, with an Arabic desk on it. */
let school: Server;
let origin = '';

beforeAll(async () => {
  school = createServer((_req, res) => {
    res.setHeader('content-type', 'text/html; charset=utf-8');
    res.end(`<!doctype html><html lang="en"><title>School</title><h1>School of languages</h1>
      <p>Welcome to the international office.</p><script src="${stage.url}/widget.js" data-language="ar"></script></html>`);
  });
  await new Promise<void>((resolve) => {
    school.listen(0, '127.0.0.1', resolve);
  });
  origin = `http://127.0.0.1:${String((school.address() as AddressInfo).port)}`;
});
afterAll(() => {
  school.close();
});
const stage = onStage(() => ({ TRUSTED_SITES: origin }));

/** What a student tells of their own case, and asks the price of, as they write; and what the result has to say. */
const students = [
  {
    language: 'ar',
    direction: 'rtl',
    case: 'أنا برازيلي، عمري 22 سنة، لست مسجلا ولا أعمل، سأبقى 10 أشهر في الجامعة، هل يجب أن أسجل؟',
    decided: /etudiant-etranger\.ameli\.fr/,
    price: 'كم سعر تأمين tranquillité لثلاثة أشهر مع RC؟',
  },
  {
    language: 'zh',
    direction: 'ltr',
    case: '我是巴西人，22岁，没有工作，还没注册过，在大学读10个月，我需要注册社保吗？',
    decided: /etudiant-etranger\.ameli\.fr/,
    price: 'tranquillité三个月加RC多少钱？',
  },
  {
    language: 'de',
    direction: 'ltr',
    case: 'ich bin Brasilianer, 22, ohne Job, noch nicht angemeldet und 10 Monate an der Uni, muss ich mich anmelden?',
    decided: /etudiant-etranger\.ameli\.fr/,
    price: 'was kosten drei Monate tranquillité mit RC?',
  },
] as const;

const screens = [
  { width: 390, size: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } },
  { width: 1280, size: { viewport: { width: 1280, height: 900 } } },
] as const;

/** Nothing has to be scrolled sideways. */
const fits = (page: Page) =>
  page.evaluate<boolean>('document.documentElement.scrollWidth <= document.documentElement.clientWidth');

describe.each(students)('in $language', ({ language, direction, ...told }) => {
  test.each(screens)('the front page, the result and a quote at $width', async ({ width, size }) => {
    const page = await stage.open(size);
    await page.goto(`${stage.url}/?lang=${language}`);
    expect(await page.evaluate('document.documentElement.dir')).toBe(direction);
    expect(await fits(page)).toBe(true);
    await photograph(page, `home-${language}-${String(width)}-light`);
    await say(page, told.case);
    await heard(page, told.decided);
    await standsAlone(page);
    expect(await fits(page)).toBe(true);
    await photograph(page, `eligibility-${language}-${String(width)}`);
    await say(page, told.price);
    await heard(page, /127/);
    await standsAlone(page);
    expect(await fits(page)).toBe(true);
    expect(await page.evaluate("getComputedStyle(document.querySelector('.ac-adaptiveCard')).direction")).toBe(
      direction,
    );
    await photograph(page, `quote-${language}-${String(width)}`);
  });
});

test('an Arabic answer stands from right to left as a page, with the figures of a telephone number in order', async () => {
  const page = await stage.open(screens[0].size);
  await page.goto(`${stage.url}/ar/answers/phone-number`);
  expect(await page.evaluate("getComputedStyle(document.querySelector('.prose')).direction")).toBe('rtl');
  expect(await page.locator('.prose').textContent()).toMatch(/\u2066[+\d][\d ().]*\d\u2069/);
  expect(await fits(page)).toBe(true);
  await photograph(page, 'answer-ar-390-light');
});

test('on a page that is written from the left the Arabic desk opens from the right', async () => {
  const page = await stage.open(screens[1].size);
  await page.goto(origin);
  await page.getByRole('button', { name: /Guichet|مساعدة|التأمين/ }).click();
  const chat = page.frameLocator('iframe');
  const feed = () =>
    chat
      .locator('#webchat')
      .innerText()
      .catch(() => '');
  await expect.poll(feed).toMatch(/Guichet/);
  // The greeting stands there before what sends is loaded.
  await page.waitForLoadState('networkidle');
  await chat.locator('#say').fill('كم تكلف زيارة الطبيب العام؟');
  await chat.locator('#say').press('Enter');
  await expect.poll(feed).toMatch(/30/);
  expect(await chat.locator('html').getAttribute('dir')).toBe('rtl');
  expect(await page.locator('html').getAttribute('dir')).toBeNull();
  await photograph(page, 'widget-ar-1280');
});

test('an Arabic answer is printed from the right', async () => {
  const page = await stage.open(screens[1].size);
  await page.goto(`${stage.url}/ar/answers/gp-refund`);
  await page.emulateMedia({ media: 'print' });
  expect(await page.evaluate("getComputedStyle(document.querySelector('.prose')).direction")).toBe('rtl');
  await photograph(page, 'print-ar');
});
