import { performance } from 'node:perf_hooks';
import { openBrowser, say } from '../../e2e/student.ts';

/** A middling phone on a bad day: Chromium's own "slow 4G", a processor four times slower than this one. */
const phone = Object.freeze({ latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000, slowerBy: 4 });

export type Visit = {
  /** Until the student writes, and with the first answer. */
  readonly kilobytes: number;
  readonly withChat: number;
  /** Seconds from the address to the first words on the page, the chat's greeting, the first answer. */
  readonly readable: number;
  readonly greeted: number;
  readonly answered: number;
};

/** A student opens the page for the first time (nothing is cached) or again, and asks at once. */
export async function visitByPhone(url: string, question: string, answer: RegExp): Promise<readonly [Visit, Visit]> {
  const browser = await openBrowser();
  try {
    const page = await browser.open({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
    const devtools = await page.context().newCDPSession(page);
    const heard = (words: RegExp): Promise<void> =>
      page.locator('#webchat', { hasText: words }).waitFor({ timeout: 300_000 });
    let bytes = 0;
    devtools.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', { offline: false, ...phone });
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: phone.slowerBy });
    const visit = async (): Promise<Visit> => {
      bytes = 0;
      const start = performance.now();
      const since = (): number => (performance.now() - start) / 1000;
      await page.goto(url, { waitUntil: 'commit' });
      await page.getByRole('heading', { level: 1 }).waitFor();
      const readable = since();
      await heard(/Guichet/);
      const greeted = since();
      const kilobytes = bytes / 1000;
      await say(page, question);
      await heard(answer);
      return { kilobytes, withChat: bytes / 1000, readable, greeted, answered: since() };
    };
    const first = await visit();
    await page.evaluate('localStorage.clear()');
    return [first, await visit()];
  } finally {
    await browser.close();
  }
}
