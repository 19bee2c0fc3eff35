import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { toTeams } from '../../src/channels/teams/render.ts';
import { freshState } from '../../src/conversation/state.ts';
import { incoming, knowledge, speaker, takeTurn } from '../conversation/talk.ts';
import { picture } from './picture.ts';
import { openBrowser, type Browser } from './student.ts';

/**
 * Cards as Teams draws them: by Microsoft's own renderer, in Teams' measures, as wide as a card of a chat is on a desktop. The
 * height is that of the card alone, folded.
 */
const cardWidth = 432;
const mostFolded = 600;

/** Adaptive Cards as Web Chat brings them; what Teams sets of it, from Microsoft's samples of host configurations. */
const renderer = createRequire(import.meta.resolve('botframework-webchat')).resolve(
  'adaptivecards/dist/adaptivecards.min.js',
);
const teams = {
  fontFamily: "'Segoe UI', 'Noto Sans', sans-serif",
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 200, default: 400, bolder: 600 },
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: '#EEEEEE' },
  actions: {
    maxActions: 6,
    spacing: 'default',
    buttonSpacing: 8,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
  },
  factSet: { title: { weight: 'bolder', wrap: true, maxWidth: 150 }, value: { wrap: true }, spacing: 16 },
};

/** What is told, as a choice tells it: alike in every language. */
const asked = {
  eligibility: {
    topic: 'eligibility={"registered":false,"work":"none","nationality":"BR","age":22,"stayMonths":10}',
    folds: 5,
  },
  quote: { topic: 'quote={"product":"tranquillite+rc","term":"P3M","times":1}', folds: 2 },
} as const;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const cases = knowledge.languages.flatMap((language) =>
  (Object.keys(asked) as (keyof typeof asked)[]).map((what) => [language, what] as const),
);

test.each(cases)('in %s the card of %s is at most 600 pixels high while it is folded', async (language, what) => {
  const value = `topic:${asked[what].topic}`;
  const state = { ...freshState, language, offered: [{ label: 'x', value }] };
  const { replies } = await takeTurn(incoming('x', 1), state);
  expect(replies[0]?.language).toBe(language);
  const say = (to: string, key: string, values = {}) => speaker.say(to, key, values);
  const [message] = toTeams(replies[0]!, { personal: true, to: 'm1', reader: 'r' }, say);
  const card = message?.attachments?.[0]?.content as object;
  const page = await browser.open({ viewport: { width: 480, height: 900 } });
  const height = await drawn(page, card, language);
  const shown = (await page.locator('#card').innerText()).length;
  if (pictured.has(`${what}-${language}`))
    await picture(page.locator('#card'), `docs/screenshots/teams-${what}-${language}.png`);
  expect(height).toBeLessThanOrEqual(mostFolded);
  // Nothing is cut off at the card's edges.
  const cut = await page.evaluate<string[]>(`(() => {
    const card = document.querySelector('#card').getBoundingClientRect();
    return [...document.querySelectorAll('#card *')]
      .filter((part) => part.checkVisibility())
      .filter((part) => part.getBoundingClientRect().left < card.left - 1 || part.getBoundingClientRect().right > card.right + 1)
      .map((part) => part.className + ' ' + part.textContent);
  })()`);
  expect(cut).toEqual([]);
  expect(await page.evaluate("getComputedStyle(document.querySelector('.ac-adaptiveCard')).direction")).toBe(
    language === 'ar' ? 'rtl' : 'ltr',
  );
  // What is folded opens where it stands, by its button.
  const buttons = page.locator('#card button.ac-pushButton');
  expect(await buttons.count()).toBeGreaterThanOrEqual(asked[what].folds);
  await buttons.first().click();
  expect((await page.locator('#card').innerText()).length).toBeGreaterThan(shown);
});

const pictured = new Set(['eligibility-en', 'eligibility-ar', 'eligibility-pt', 'quote-ar', 'quote-pt']);

async function drawn(page: Page, card: object, language: string): Promise<number> {
  await page.setContent(
    `<!doctype html><html lang="${language}"><style>
      body { margin: 16px; font: 14px 'Segoe UI', 'Noto Sans', sans-serif }
      #card { width: ${String(cardWidth)}px; border: 1px solid #e0e0e0; border-radius: 4px }
      #card, #card * { box-sizing: border-box } #card p { margin: 0 } #card ul, #card ol { margin: 0; padding-inline-start: 24px }
      .ac-pushButton { font: 600 14px 'Segoe UI', 'Noto Sans', sans-serif; min-height: 32px; padding: 5px 12px; border: 1px solid #d1d1d1; border-radius: 4px; background: #fff }
    </style><div id="card"></div></html>`,
  );
  await page.addScriptTag({ path: renderer });
  await page.addScriptTag({
    content: readFileSync(new URL('../../src/web/browser/chat/plain-words.js', import.meta.url), 'utf8'),
  });
  await page.evaluate(`(() => {
    const { AdaptiveCard, HostConfig } = AdaptiveCards;
    AdaptiveCard.onProcessMarkdown = (text, result) => {
      result.outputHtml = plainWords(text).map(({ outerHTML }) => outerHTML).join('');
      result.didProcess = true;
    };
    const card = new AdaptiveCard();
    card.hostConfig = new HostConfig(${JSON.stringify(teams)});
    card.parse(${JSON.stringify(card)});
    document.querySelector('#card').append(card.render());
  })()`);
  return (await page.locator('#card').boundingBox())?.height ?? Infinity;
}
