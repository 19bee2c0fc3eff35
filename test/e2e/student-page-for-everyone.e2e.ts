import { describe, expect, test } from 'vitest';
import { onStage } from './stage.ts';
import { heard, photograph, say, seriousProblems } from './student.ts';

const stage = onStage();

describe('for everyone', () => {
  test('at 200 % zoom nothing is cut off and everything can be used', async () => {
    // What a window of 1280 × 900 has left of itself at 200 %.
    const page = await stage.open({ viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 });
    await page.goto(stage.url);
    await heard(page, /I am Guichet/);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(640);
    await say(page, 'how much does a gp visit cost');
    await heard(page, /30 €/);
    await page.locator('.more summary').click();
    for (const name of ['Talk to a person', 'Print or save', 'New conversation']) {
      const button = page.getByRole('button', { name }).first();
      await button.scrollIntoViewIfNeeded();
      expect([name, await button.isVisible()]).toEqual([name, true]);
    }
    expect(await seriousProblems(page)).toEqual([]);
  });

  test('in high contrast every button has an edge and the page says nothing by colour alone', async () => {
    const page = await stage.open({ forcedColors: 'active' });
    await page.goto(stage.url);
    await heard(page, /I am Guichet/);
    const edges = await page.evaluate<
      string[]
    >(`[...document.querySelectorAll('.suggestion, .chat-tools button, .chat, .chip, .send')]
      .map((each) => getComputedStyle(each)).map(({ borderTopStyle, borderTopWidth }) => borderTopStyle + ' ' + borderTopWidth)`);
    expect(edges.length).toBeGreaterThan(6);
    expect(edges.filter((edge) => edge.startsWith('none') || edge.endsWith(' 0px'))).toEqual([]);
    expect(await seriousProblems(page)).toEqual([]);
  });

  test('with reduced motion nothing moves by itself', async () => {
    const page = await stage.open({ reducedMotion: 'reduce' });
    await page.goto(stage.url);
    await heard(page, /I am Guichet/);
    await say(page, 'how much does a gp visit cost');
    await heard(page, /30 €/);
    expect(
      await page.evaluate("document.getAnimations().filter(({ playState }) => playState === 'running').length"),
    ).toBe(0);
  });

  test('written from right to left the page turns round and nothing is cut off', async () => {
    const page = await stage.open();
    await page.goto(stage.url);
    await heard(page, /I am Guichet/);
    await page.evaluate("document.documentElement.dir = 'rtl'");
    const [welcome, chat] = await Promise.all(['.welcome', '.chat'].map((part) => page.locator(part).boundingBox()));
    expect(welcome!.x).toBeGreaterThan(chat!.x);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(1280);
    expect(await seriousProblems(page)).toEqual([]);
  });
});

describe('every screen, in both languages, light and dark, at 390 and 1280 pixels', () => {
  const screens = [
    ['home', '/'],
    ['answers', '/{language}/answers'],
    ['answer', '/{language}/answers/gp-price'],
    ['privacy', '/{language}/privacy'],
    ['accessibility', '/{language}/accessibility'],
    ['legal', '/{language}/legal'],
    ['widget', '/widget?lang={language}&color=%237c2d12'],
    ['demo', '/widget/demo?lang={language}'],
    ['missing', '/{language}/answers/none'],
  ] as const;
  const windows = [
    ['en', 1280, 900, 'light'],
    ['fr', 390, 844, 'dark'],
    ['fr', 1280, 900, 'dark'],
    ['en', 390, 844, 'light'],
  ] as const;

  test.each(windows)('%s at %i × %i, %s', async (language, width, height, colorScheme) => {
    const page = await stage.open({ locale: language, viewport: { width, height }, colorScheme });
    for (const [name, path] of screens) {
      const response = await page.goto(stage.url + path.replace('{language}', language));
      expect([name, response?.status()]).toEqual([name, name === 'missing' ? 404 : 200]);
      if (name === 'home' || name === 'widget') await heard(page, /Guichet/);
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      expect([name, await seriousProblems(page)]).toEqual([name, []]);
      expect([name, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([name, width]);
      if (name === 'home' || (name === 'answer' && language === 'en'))
        await photograph(page, `${name}-${language}-${String(width)}-${colorScheme}`);
    }
  });
});
