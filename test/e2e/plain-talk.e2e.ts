import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { day } from '../../src/core/day.ts';
import { forms } from '../../dialogs/index.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { textOn } from '../../src/knowledge/text-on.ts';
import { createSpeaker } from '../../src/voice/speaker.ts';
import { markdown } from '../../src/web/markdown.ts';
import { onStage } from './stage.ts';
import { choose, complaintsOf, heard, say, seriousProblems, standsAlone } from './student.ts';

/** The conversation before Web Chat is there, and where it never comes. */
const stage = onStage();

/** A page whose Web Chat comes when it is let through. */
async function withoutWebChat(): Promise<{ readonly page: Page; readonly come: () => void }> {
  const page = await stage.open({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
  const gate = Promise.withResolvers<undefined>();
  await page.route('**/assets/webchat.*', async (route) => {
    await gate.promise;
    await route.continue();
  });
  await page.goto(stage.url);
  return {
    page,
    come: () => {
      gate.resolve(undefined);
    },
  };
}

test('the first answers are there before Web Chat is: words, choices, a card with its folds; then each stands once', async () => {
  const { page, come } = await withoutWebChat();
  const complaints = complaintsOf(page);
  await page.getByRole('button', { name: 'Check my situation' }).first().tap();
  await heard(page, /already registered/);
  await choose(page, 'No');
  await say(page, 'I am Brazilian, 22 years old, no job');
  await heard(page, /How long/i);
  await say(page, '10 months');
  await heard(page, /You must register with French public insurance online/);
  expect(await page.locator('.webchat').count()).toBe(0);
  // The answer begins in sight, below its question.
  await expect
    .poll(async () => (await page.locator('.before .question').last().boundingBox())?.y ?? 0)
    .toBeLessThan(200);
  expect(await page.locator('.before .card ol li').count()).toBeGreaterThanOrEqual(3);
  const why = page.locator('.before .card summary', { hasText: 'Why' }).first();
  await why.tap();
  expect(await page.locator('.before .card').last().innerText()).toMatch(/outside the EEA/);
  expect(await seriousProblems(page)).toEqual([]);
  come();
  await standsAlone(page);
  const said = await page.locator('.webchat .webchat__bubble--from-user').allInnerTexts();
  expect(said.filter((text) => text.includes('10 months'))).toHaveLength(1);
  expect(said).toHaveLength(4);
  expect(await page.locator('#webchat .before').count()).toBe(0);
  await say(page, 'how much does a gp visit cost');
  await heard(page, /30 €/);
  expect(complaints).toEqual([]);
});

test('a quote is a bill before Web Chat is there', async () => {
  const { page } = await withoutWebChat();
  await say(page, 'how much is 3 months plus responsabilité civile');
  await heard(page, /127 €/);
  const amounts = page.locator('.before .bill dd');
  expect(await amounts.allInnerTexts()).toEqual(['99 €', '13 €', '15 €', '127 €', '5 €']);
  const ends = await amounts.evaluateAll((cells) =>
    cells.map((cell) =>
      Math.round((cell as unknown as { getBoundingClientRect(): { right: number } }).getBoundingClientRect().right),
    ),
  );
  expect(new Set(ends).size).toBe(1);
});

test('where Web Chat never comes that is said, and the chat goes on', async () => {
  const page = await stage.open();
  await page.route('**/assets/webchat.*', (route) => route.abort());
  await page.goto(stage.url);
  await say(page, 'how much does a gp visit cost');
  await heard(page, /30 €/);
  await expect.poll(() => page.locator('.chat-notice').innerText()).toMatch(/simpler form/);
  await say(page, 'what is the carte vitale');
  await heard(page, /what is the carte vitale[^]*carte Vitale/);
  expect(await page.locator('.before details', { hasText: 'Sources' }).count()).toBe(2);
});

test('a script in a message or a link is shown as text before Web Chat is there', async () => {
  const { page } = await withoutWebChat();
  await say(page, '<img src=x onerror="document.title=`taken`"> [x](javascript:alert(1))');
  await expect.poll(() => page.locator('.before .reply').count()).toBeGreaterThan(1);
  expect(await page.locator('.before img, .before a[href^="javascript"]').count()).toBe(0);
  expect(await page.title()).not.toBe('taken');
  await page.evaluate(script('plain-words'));
  const shown = await page.evaluate<string>(
    "plainWords('<b>x</b> [x](javascript:alert(1)) [y](https://ameli.fr)').map((each) => each.outerHTML).join('')",
  );
  expect(shown).toBe(
    '<p>&lt;b&gt;x&lt;/b&gt; [x](javascript:alert(1)) <a href="https://ameli.fr" target="_blank" rel="noopener noreferrer">y</a></p>',
  );
});

test('every answer in every language reads as it does on its page: the same words, lists and stress', async () => {
  const knowledge = loadKnowledge(new URL('../../knowledge', import.meta.url).pathname, forms);
  const speaker = createSpeaker(knowledge);
  const today = day('2026-11-29');
  const texts = [...knowledge.answers.values()].flatMap((answer) =>
    knowledge.languages.flatMap((language) => {
      const found = textOn(answer, language, today);
      if (found.kind !== 'text') return [];
      return [{ name: `${language} ${answer.id}`, text: speaker.render(language, found.text, today) }];
    }),
  );
  expect(texts.length).toBeGreaterThan(1000);
  const page = await stage.open();
  await page.goto(`${stage.url}/en/legal`);
  await page.evaluate(script('plain-words'));
  const pairs = texts.map(({ name, text }) => ({ name, text, markup: markdown(text).markup }));
  const differing = await page.evaluate<string[]>(
    `${JSON.stringify(pairs)}.flatMap(({ name, text, markup }) => {
      const [ours, theirs] = [document.createElement('div'), document.createElement('div')];
      ours.append(...plainWords(text));
      theirs.innerHTML = markup;
      const read = (element) => JSON.stringify([
        element.textContent.replace(/\\s+/g, ''),
        ...['p', 'ul', 'ol', 'li', 'strong', 'em'].map((part) => element.querySelectorAll(part).length),
      ]);
      return read(ours) === read(theirs) ? [] : [name + ' ' + read(ours) + ' ' + read(theirs)];
    })`,
  );
  expect(differing).toEqual([]);
});

function script(part: string): string {
  return readFileSync(new URL(`../../src/web/browser/chat/${part}.js`, import.meta.url), 'utf8').replace(
    'const plainWords',
    'globalThis.plainWords',
  );
}
