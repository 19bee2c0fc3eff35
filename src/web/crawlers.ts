import { html } from './html.ts';
import { pagedAnswers } from './pages/topics.ts';
import type { Site } from './site.ts';

/** Who indexes the web finds the answers, and not what belongs to somebody or stands in a frame. */
export function robots({ origin }: Site): string {
  const closed = ['/staff', '/widget', '/ask', '/v3', '/api'];
  const sitemap = origin === null ? [] : ['', `Sitemap: ${origin}/sitemap.xml`];
  return ['User-agent: *', ...closed.map((path) => `Disallow: ${path}`), ...sitemap, ''].join('\n');
}

/**
 * Every page that is for everybody, in each language, and for an answer the day it was last looked at (sitemaps.org 0.9). Null
 * where nobody told us how the outside reaches us: a map names whole addresses.
 */
export function sitemap(site: Site): string | null {
  const { origin } = site;
  if (origin === null) return null;
  const pages = site.speaker.languages.flatMap((language) => [
    { path: `/?lang=${language}`, on: null },
    { path: `/${language}/answers`, on: null },
    ...pagedAnswers(site).map(({ id, reviewed }) => ({ path: `/${language}/answers/${id}`, on: reviewed })),
  ]);
  const urls = pages.map(
    ({ path, on }) =>
      html`<url><loc>${origin}${path}</loc>${on === null ? null : html`<lastmod>${on}</lastmod>`}</url> `,
  );
  return html`<?xml version="1.0" encoding="UTF-8"?>
    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"> ${urls}</urlset> `.markup;
}
