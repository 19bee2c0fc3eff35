import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { onStage } from './stage.ts';
import {
  choose,
  complaintsOf,
  heard,
  photograph,
  say,
  seriousProblems,
  standsAlone,
  tool,
  transcript,
} from './student.ts';

const stage = onStage();

/** A Brazilian student of 22 who stays ten months, as far as the question after the nationality. */
async function beginSituation(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Check my situation' }).first().click();
  await heard(page, /already registered/);
  await choose(page, 'No');
  await say(page, 'I am Brazilian, 22 years old, no job');
  await heard(page, /Brazil/);
}

test('a Brazilian student of 22 who stays ten months learns that she must register online, free (row D29)', async () => {
  const page = await stage.open();
  const complaints = complaintsOf(page);
  await page.goto(stage.url);
  await heard(page, /I am Guichet/);
  await beginSituation(page);
  await say(page, '10 months');
  await heard(page, /You must register with French public insurance online; it is free/);
  await standsAlone(page);
  await photograph(page, 'eligibility-en-1280');
  expect(await seriousProblems(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

test('a quote comes with its lines and its total', async () => {
  const page = await stage.open();
  await page.goto(stage.url);
  await heard(page, /I am Guichet/);
  await say(page, 'how much is 3 months plus responsabilité civile');
  await heard(page, /127 €/);
  await photograph(page, 'quote-en-1280');
});

test('an answer folds its sources and asks whether it helped; a press on it thanks', async () => {
  const page = await stage.open();
  await page.goto(stage.url);
  await heard(page, /I am Guichet/);
  await say(page, 'how much does a gp visit cost');
  await heard(page, /30 €/);
  await standsAlone(page);
  expect(await transcript(page)).not.toMatch(/Health insurance \(Université Côte d/);
  await page.locator('button.ac-pushButton', { hasText: 'Sources' }).click();
  await heard(page, /Health insurance \(Université Côte d/);
  await page.getByRole('button', { name: 'This helped' }).click();
  await heard(page, /Thank you/);
});

test('a side question and a correction in the middle of a form: answered, understood, and the form goes on', async () => {
  const page = await stage.open();
  await page.goto(stage.url);
  await heard(page, /I am Guichet/);
  await beginSituation(page);
  await say(page, 'how much does a gp visit cost');
  await heard(page, /30 €/);
  await say(page, 'no, I meant Canada');
  await heard(page, /Canada/);
  await say(page, '10 months');
  await expect.poll(() => page.locator('.webchat .webchat__bubble--from-user').last().innerText()).toMatch(/10 months/);
  await heard(page, /stay 10 months/);
});

test('a card is printed by itself, the conversation whole, both without what is only pressed', async () => {
  const page = await stage.open();
  await page.addInitScript('globalThis.print = () => { globalThis.printed = true; }');
  await page.goto(stage.url);
  await heard(page, /I am Guichet/);
  await say(page, 'how much is 3 months plus responsabilité civile');
  await heard(page, /127 €/);
  await tool(page, 'Print or save');
  expect(await page.evaluate('printed')).toBe(true);
  await page.emulateMedia({ media: 'print' });
  await heard(page, /I am Guichet[^]*127 €/);
  for (const pressed of [
    '.chat-tools',
    '.suggestion',
    '.chips',
    '.composer',
    '.answer-icons',
    '.ac-pushButton:not([aria-controls])',
  ])
    expect([pressed, await page.locator(pressed).first().isVisible()]).toEqual([pressed, false]);
  expect((await page.pdf()).length).toBeGreaterThan(10_000);
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate('printed = false');
  await page.locator('.webchat__bubble .ac-pushButton', { hasText: 'Print this' }).click();
  await expect.poll(() => page.evaluate('printed')).toBe(true);
  await page.emulateMedia({ media: 'print' });
  // With its verdict, its day and what is to be named.
  expect(await page.locator('body').innerText()).toMatch(
    /Guichet demo · \d+ \w+ \d{4} · [^]*127 € in all[^]*Your quote[^]*127 €/,
  );
  expect(await page.locator('body').innerText()).not.toMatch(/I am Guichet|responsabilité civile$/);
});

test('one answer is printed by itself, with its sources open and the reference of the hand-over', async () => {
  const page = await stage.open();
  await page.addInitScript('globalThis.print = () => { dispatchEvent(new Event("beforeprint")); };');
  await page.goto(stage.url);
  await say(page, 'talk to a person');
  await heard(page, /Your reference/);
  await say(page, 'Skip');
  await say(page, 'how much does a gp visit cost');
  await heard(page, /30 €/);
  await page.locator('article', { hasText: '30 €' }).last().getByRole('button', { name: 'Print this' }).last().click();
  await page.emulateMedia({ media: 'print' });
  const paper = await page.locator('body').innerText();
  expect(paper).toMatch(/Reference G-\w+[^]*30 €[^]*Health insurance \(Université Côte d/);
  expect(paper).not.toMatch(/Passed on to a person/);
  await photograph(page, 'print-en');
});

test('a form survives a reload, a killed server and 20 seconds without network: nothing lost, nothing twice', async () => {
  const page = await stage.open();
  await page.goto(stage.url);
  await heard(page, /I am Guichet/);
  await beginSituation(page);
  await page.reload();
  await heard(page, /Brazilian, 22 years old/);
  await stage.restart();
  await page.context().setOffline(true);
  await page.waitForTimeout(20_000);
  await page.context().setOffline(false);
  await expect.poll(() => page.locator('.chat-notice').isHidden()).toBe(true);
  await page.reload();
  await heard(page, /Brazilian, 22 years old/);
  await say(page, '10 months');
  await heard(page, /You must register with French public insurance online/);
  const said = await page.locator('.webchat .webchat__bubble--from-user').allInnerTexts();
  expect(said.filter((text) => text.includes('Brazilian'))).toHaveLength(1);
});

test('the keyboard alone asks a question, presses a choice and keeps the focus in the chat', async () => {
  const page = await stage.open();
  await page.goto(stage.url);
  await heard(page, /I am Guichet/);
  // The greeting stands there before the scripts: until then a press leads to a page of its own.
  await page.waitForLoadState('networkidle');
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.className')).toBe('skip');
  await page.keyboard.press('Enter');
  await tabTo(page, '[data-ask]');
  await page.keyboard.press('Enter');
  await heard(page, /already registered/);
  // After a question was sent the next one can be typed at once.
  expect(await page.evaluate('document.activeElement.id')).toBe('say');
  await page.keyboard.type('how much does a gp visit cost');
  await page.keyboard.press('Enter');
  await heard(page, /30 €/);
  // The choices stand before the box that the focus is in.
  await expect.poll(() => page.locator('.chips button:enabled').count()).toBeGreaterThan(0);
  await tabTo(page, '.chips button', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate("document.querySelector('.chat').contains(document.activeElement)")).toBe(true);
});

test('a new message is announced once', async () => {
  const page = await stage.open();
  await page.goto(stage.url);
  await heard(page, /I am Guichet/);
  await page.locator('#say').focus();
  await heard(page, /Bot Guichet said/);
  // Everything that a live region is given from now on.
  await page.evaluate(`globalThis.announced = [];
    for (const region of document.querySelectorAll('.webchat [aria-live="polite"], .webchat [role="log"]'))
      new MutationObserver((changes) => {
        for (const { addedNodes } of changes) for (const node of addedNodes) announced.push(node.textContent);
      }).observe(region, { childList: true });`);
  await say(page, 'how much does a gp visit cost');
  await heard(page, /30 €/);
  const spoken = async () => (await page.evaluate<string[]>('announced')).filter((text) => text.includes('30 €'));
  await expect.poll(async () => (await spoken()).length).toBe(1);
  // When the next message has been announced, the first one is not announced any more.
  await say(page, 'what is the carte vitale');
  await expect
    .poll(async () => (await page.evaluate<string[]>('announced')).join(' ').match(/carte vitale/gi)?.length ?? 0)
    .toBeGreaterThan(1);
  expect(await spoken()).toHaveLength(1);
});

test('a script in a message is shown as text and runs nowhere', async () => {
  const page = await stage.open();
  const complaints = complaintsOf(page);
  await page.goto(stage.url);
  await heard(page, /I am Guichet/);
  await say(
    page,
    '<img src=x onerror="document.title=`taken`"><script>document.title="taken"</script> [x](javascript:alert(1))',
  );
  // The greeting, and what is said to it.
  await expect
    .poll(() => page.locator('.webchat .webchat__bubble:not(.webchat__bubble--from-user)').count())
    .toBeGreaterThan(1);
  expect(await page.title()).not.toBe('taken');
  expect(await page.locator('.webchat a[href^="javascript"]').count()).toBe(0);
  expect(complaints).toEqual([]);
});

test('the language switch turns round all that is asked and offered, keeps the conversation, and is remembered', async () => {
  const page = await stage.open();
  await page.goto(stage.url);
  await page.getByRole('button', { name: 'Check my situation' }).click();
  await heard(page, /already registered/);
  for (const [name, language, question, chip, box] of turned) {
    await page.locator('.languages a', { hasText: name }).first().click();
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe(language);
    // What was said stays; the open question is asked again, with its answers and the page's words, in the new language.
    await heard(page, /already registered/);
    await heard(page, question);
    await expect.poll(() => page.locator('.chips button').allInnerTexts()).toContain(chip);
    expect(await page.locator('#say').getAttribute('placeholder')).toMatch(box);
    await page.reload();
    await heard(page, question);
  }
  // Asked once a switch, however often the page is loaded, and nobody said anything.
  const asked = page.locator('.webchat__basic-transcript__activity', { hasText: /angemeldet/ });
  expect(await asked.count()).toBe(1);
  expect(await page.locator('.webchat .webchat__bubble--from-user').count()).toBe(1);
  await choose(page, 'Nein');
  await heard(page, /Staatsangehörigkeit|Nationalität/);
  // The choice is kept: the next visit begins in it.
  await page.goto(stage.url);
  await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('de');
});

/** Its name on the page, then the open question, an answer to it and the hint in the box as they have to be. */
const turned = [
  ['Français', 'fr', /déjà inscrit/, 'Non', /question/],
  ['العربية', 'ar', /هل .*مسجل/, 'لا', /سؤال/],
  ['Deutsch', 'de', /angemeldet/, 'Nein', /Frage/],
] as const;

test('an answer that was given is given again in the language that is chosen', async () => {
  const page = await stage.open();
  await page.goto(stage.url);
  await say(page, 'how much does a gp visit cost');
  await heard(page, /30 €/);
  await page.getByRole('link', { name: 'Español' }).first().click();
  await heard(page, /costs 30 €[^]*cuesta 30 €/);
  await say(page, 'ok');
  expect(await page.locator('.webchat article').last().innerText()).not.toMatch(/You|the /);
});

test('where our own script fails, the same box asks on a page of its own', async () => {
  const page = await stage.open();
  await page.route('**/assets/chat.*', (route) => route.abort());
  await page.goto(stage.url);
  await page.locator('#say').fill('how much does a gp visit cost');
  await page.locator('.send').click();
  await expect.poll(() => page.locator('.reply').last().innerText()).toMatch(/30 €/);
});

test('a page whose scripts do not come says so', async () => {
  const page = await stage.open();
  await page.route('**/assets/chat.*', (route) => route.abort());
  await page.goto(stage.url);
  await expect.poll(() => page.locator('.without-script').isVisible()).toBe(true);
  const without = await stage.open({ javaScriptEnabled: false });
  await without.goto(stage.url);
  await expect.poll(() => without.locator('.without-script').isVisible()).toBe(true);
  expect(await without.locator('.chat-tools').isVisible()).toBe(false);
});

test('without scripts a form answers, and its choices go on', async () => {
  const page = await stage.open({ javaScriptEnabled: false });
  await page.goto(stage.url);
  await page.locator('#say').fill('how much does a gp visit cost');
  await page.getByRole('button', { name: 'Ask' }).click();
  expect(await page.locator('.reply').innerText()).toMatch(/30 €/);
  await page.locator('.suggestion').first().click();
  expect(await page.locator('.reply').innerText()).not.toBe('');
});

async function tabTo(page: Page, selector: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    if ((await page.locator(`${selector}:focus`).count()) > 0) return;
    await page.keyboard.press(key);
  }
  expect.unreachable(`Tab does not reach ${selector}`);
}
