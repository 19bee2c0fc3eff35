import { afterAll, beforeAll, expect, test } from 'vitest';
import { forms } from '../../dialogs/index.ts';
import { createSpeaker } from '../../src/voice/speaker.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { registerWeb, webDefaults } from '../../src/web/register.ts';
import { createCellar, openEchoHouse, type EchoHouse } from '../channels/direct-line/echo-house.ts';
import { heard, openBrowser, say, type Browser } from './student.ts';

const cellar = createCellar();
let house: EchoHouse;
let browser: Browser;

beforeAll(async () => {
  const knowledge = loadKnowledge(new URL('../../knowledge', import.meta.url).pathname, forms);
  const speaker = createSpeaker(knowledge);
  [house, browser] = await Promise.all([openEchoHouse(cellar), openBrowser()]);
  registerWeb(house.server, {
    desk: { receive: () => Promise.reject(new TypeError('no form here')) },
    current: () => ({ knowledge, speaker }),
    numbers: { questions: () => Promise.resolve([]) },
    mails: false,
    clock: () => new Date(),
    config: webDefaults,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
});
afterAll(async () => {
  await browser.close();
  await house.close();
});

/** As a colleague's words are kept: no turn, so no reason. */
function colleague(text: string): void {
  const [conversation = '', kept = []] = [...cellar.kept][0] ?? [];
  const before = kept.at(-1)!;
  kept.push({ ...before, activity: text, trace: null, reply: { ...before.reply!, text } });
  cellar.wrote.emit(conversation, kept.length);
}

test('what a colleague says stands in the chat at once, as a person’s, and once after a lost network and a reload', async () => {
  const page = await browser.open();
  await page.goto(house.url);
  await say(page, 'hello');
  await heard(page, /You said: hello/);
  colleague('Your papers are here.');
  await heard(page, /The desk, a person:\s+Your papers are here\./);
  await page.context().setOffline(true);
  colleague('Come on Monday.');
  await page.context().setOffline(false);
  await page.reload();
  await heard(page, /The desk, a person:\s+Your papers are here\.[^]*The desk, a person:\s+Come on Monday\./);
  const bubbles = page.locator('.webchat .webchat__bubble', { hasText: 'Come on Monday' });
  expect(await bubbles.count()).toBe(1);
});
