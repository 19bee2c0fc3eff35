import { describe, expect, test } from 'vitest';
import { html, raw } from '../../src/web/html.ts';
import { languageOf } from '../../src/web/language.ts';
import { markdown } from '../../src/web/markdown.ts';
import type { IncomingMessage } from 'node:http';

describe('a template escapes whatever it is filled with', () => {
  test.each([
    ['an element', '<script>alert(1)</script>', '<p>&#60;script&#62;alert(1)&#60;/script&#62;</p>'],
    ['the end of an attribute', '" onload="x', '<p>&#34; onload=&#34;x</p>'],
    ['an apostrophe and a backtick', "'`", '<p>&#39;&#96;</p>'],
    ['an entity', '&lt;', '<p>&#38;lt;</p>'],
  ])('%s', (_, filling, markup) => {
    expect(html`<p>${filling}</p>`.markup).toBe(markup);
  });

  test('Html, lists and nothing pass', () => {
    expect(html`${raw('<b>')}${[html`<i>${1}</i>`, html`${'<'}`]}${null}${false}`.markup).toBe('<b><i>1</i>&#60;');
  });
});

describe('Markdown makes links to the web, mail and telephones, and nothing else', () => {
  test.each([
    ['HTML', '<img src=x onerror=alert(1)>', /&lt;img/],
    ['a script link', '[x](javascript:alert(1))', /^<p>\[x\]/],
    ['a data link', '[x](data:text/html,hi)', /^<p>\[x\]/],
    ['a link to another host without a scheme', '[x](//evil.example)', /^<p>\[x\]/],
    ['an image', '![x](https://evil.example/x.png)', /^<p>!<a /],
    ['a link away', '[ameli](https://www.ameli.fr)', /rel="noopener noreferrer external"/],
    ['a mail address', '[mail](mailto:desk@example.org)', /href="mailto:desk@example.org"/],
    ['a page of ours', '[here](/en/answers)', /<a href="\/en\/answers">/],
  ])('%s', (_, text, expected) => {
    expect(markdown(text).markup).toMatch(expected);
  });
});

describe('the page speaks the reader’s language', () => {
  test.each([
    ['/', 'fr-CH, fr;q=0.9, en;q=0.8', 'fr'],
    ['/', 'de, en;q=0.5, fr;q=0.7', 'fr'],
    ['/', 'pt-BR', 'en'],
    ['/', '', 'en'],
    ['/', 'fr;q=0, en', 'en'],
    ['/?lang=fr', 'en', 'fr'],
    ['/?lang=xx', 'fr', 'fr'],
  ])('%s with "%s" is %s', (url, header, language) => {
    const request = { url, headers: { 'accept-language': header } } as unknown as IncomingMessage;
    expect(languageOf(request, ['en', 'fr'])).toBe(language);
  });
});
