import { afterAll, beforeAll } from 'vitest';
import { forms } from '../../dialogs/index.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { createSpeaker } from '../../src/voice/speaker.ts';
import { registerWeb, webDefaults } from '../../src/web/register.ts';
import { createCellar, openEchoHouse, type EchoHouse } from '../channels/direct-line/echo-house.ts';
import { openBrowser, type Browser } from './student.ts';

/** The student's page before a desk that says back what it hears, so that a colleague can be played. */
export type EchoStage = Pick<Browser, 'open'> & {
  readonly url: string;
  /** As a colleague's words are kept in the conversation that was begun last: no turn, so no reason. */
  colleague(text: string): void;
};

export function onEchoStage(): EchoStage {
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
  return {
    get url() {
      return house.url;
    },
    open: (options) => browser.open(options),
    colleague(text) {
      const [conversation = '', kept = []] = [...cellar.kept].at(-1) ?? [];
      const before = kept.at(-1)!;
      kept.push({ ...before, activity: text, trace: null, reply: { ...before.reply!, text } });
      cellar.wrote.emit(conversation, kept.length);
    },
  };
}
