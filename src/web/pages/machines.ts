import { html, raw, type Html } from '../html.ts';
import type { Site } from '../site.ts';
import { statements } from './statements.ts';
import { pagedAnswers } from './topics.ts';

/** What search engines may read: the pages, and neither the staff room nor the frame on a school's page. */
export function robots(site: Site): string {
  const map = site.origin === null ? [] : [`Sitemap: ${site.origin}/sitemap.xml`];
  return ['User-agent: *', 'Disallow: /staff', 'Disallow: /widget', 'Disallow: /ask', ...map, ''].join('\n');
}

/** Every page in every language; each names itself in the others. Addresses are absolute: without an origin there is none. */
export function sitemap(site: Site): string | null {
  const { origin, speaker } = site;
  if (origin === null) return null;
  const paths = [
    '',
    '/answers',
    ...pagedAnswers(site).map(({ id }) => `/answers/${id}`),
    ...statements.map((one) => `/${one}`),
  ];
  const at = (language: string, path: string): string => escaped(`${origin}/${language}${path}`);
  const others = (path: string): string =>
    speaker.languages
      .map((language) => `<xhtml:link rel="alternate" hreflang="${language}" href="${at(language, path)}"/>`)
      .join('');
  const urls = paths.flatMap((path) =>
    speaker.languages.map((language) => `<url><loc>${at(language, path)}</loc>${others(path)}</url>`),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join('\n')}\n</urlset>\n`;
}

/** Data for programs that read the page (schema.org). It is no script, and ends at no tag that is in it. */
export function linkedData(data: Readonly<Record<string, unknown>>): Html {
  const json = JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll('<', '\\u003c');
  return html`<script type="application/ld+json">
    ${raw(json)}
  </script>`;
}

/** A text's first sentence, as it is read: without marks. */
export function firstSentence(text: string, language: string): string {
  const plain = text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_#>`]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const [first] = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(plain);
  return (first?.segment ?? plain).trim();
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
