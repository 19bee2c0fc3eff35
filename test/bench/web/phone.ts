import { performance } from 'node:perf_hooks';
import type { CDPSession, Page } from 'playwright-core';
import { tableOf } from '../../../src/eval/report.ts';
import { openBrowser, type Browser } from '../../e2e/student.ts';
import { asText, runsOf } from '../runs.ts';

/** A middling phone on a bad day: Chromium's own "slow 4G", a processor four times slower than this one. */
const phone = Object.freeze({ latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000, slowerBy: 4 });

const screen = Object.freeze({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });

type Visit = {
  /** Of all that a page brings that is only read, and with the chat behind its first answer. */
  readonly kilobytes: number;
  readonly withChat: number;
  /** Seconds from the address to the first words on the page, the chat's greeting, the first answer. */
  readonly readable: number;
  readonly greeted: number;
  readonly answered: number;
};

/**
 * A student opens the page for the first time (nothing is cached) and again, and asks at once: at each desk in turn, so that
 * what else the machine does meets all of them. Median (least–most) of `times` visits.
 */
export async function visitsByPhone(
  desks: readonly { readonly name: string; readonly url: string }[],
  times: number,
): Promise<string> {
  const seen = desks.map(({ name, url }) => ({ name, url, first: [] as Visit[], next: [] as Visit[] }));
  const browser = await openBrowser();
  try {
    for (let run = 0; run < times; run++) {
      for (const { url, first, next } of seen) {
        const visits = await visitTwice(browser, url);
        first.push(visits[0]);
        next.push(visits[1]);
      }
    }
  } finally {
    await browser.close();
  }
  return tableOf([
    heads,
    ...seen.map(({ name, first }) => row(`first visit, ${name}`, first)),
    ...seen.map(({ name, next }) => row(`next visit, ${name}`, next)),
  ]);
}

async function visitTwice(browser: Browser, url: string): Promise<readonly [Visit, Visit]> {
  const read = await kilobytesToRead(browser, url);
  const page = await browser.open(screen);
  const devtools = await page.context().newCDPSession(page);
  const counted = await countBytes(devtools);
  await devtools.send('Network.emulateNetworkConditions', { offline: false, ...phone });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: phone.slowerBy });
  const first = await visit(page, url, counted);
  await page.evaluate('localStorage.clear(); sessionStorage.clear()');
  const next = await visit(page, url, counted);
  await page.context().close();
  return [
    { ...first, kilobytes: read[0] },
    { ...next, kilobytes: read[1] },
  ];
}

async function visit(page: Page, url: string, counted: Counted): Promise<Omit<Visit, 'kilobytes'>> {
  const heard = (words: RegExp): Promise<void> =>
    page.locator('#webchat', { hasText: words }).waitFor({ timeout: 300_000 });
  counted.bytes = 0;
  const start = performance.now();
  const since = (): number => (performance.now() - start) / 1000;
  await page.goto(url, { waitUntil: 'commit' });
  await page.getByRole('heading', { level: 1 }).waitFor();
  const readable = since();
  await heard(/Guichet/);
  const greeted = since();
  const box = page.locator(sendBox);
  await box.fill(question);
  await box.press('Enter');
  await heard(answer);
  const answered = since();
  // What else comes for the conversation comes behind the answer.
  await page.locator('.webchat__basic-transcript__activity', { hasText: answer }).last().waitFor();
  return { withChat: counted.bytes / 1000, readable, greeted, answered };
}

/** Twice; whatever is fetched unasked a moment later is counted too. */
async function kilobytesToRead(browser: Browser, url: string): Promise<readonly [number, number]> {
  const page = await browser.open(screen);
  const counted = await countBytes(await page.context().newCDPSession(page));
  const read = async (): Promise<number> => {
    counted.bytes = 0;
    await page.goto(url, { waitUntil: 'load' });
    // A chat that comes with the page asks for what is new for ever: the line never rests.
    await page.waitForTimeout(5000);
    return counted.bytes / 1000;
  };
  const kilobytes = [await read(), await read()] as const;
  await page.context().close();
  return kilobytes;
}

type Counted = { bytes: number };

async function countBytes(devtools: CDPSession): Promise<Counted> {
  const counted = { bytes: 0 };
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => (counted.bytes += encodedDataLength));
  await devtools.send('Network.enable');
  return counted;
}

function row(name: string, visits: readonly Visit[]): readonly string[] {
  const figure = (of: keyof Visit, digits: number): string => asText(runsOf(visits.map((visit) => visit[of])), digits);
  return [
    name,
    figure('kilobytes', 0),
    figure('withChat', 0),
    ...(['readable', 'greeted', 'answered'] as const).map((moment) => figure(moment, 1)),
  ];
}

const heads = [
  'phone on slow 4G, 4 × slower',
  'kB until one writes',
  'kB in all',
  'readable, s',
  'greeted, s',
  'first answer, s',
];
const question = 'how much does a gp visit cost';
const answer = /30 €/;
/** The page's own, or Web Chat's, which was there before. */
const sendBox = '#say, [data-id="webchat-sendbox-input"]';
