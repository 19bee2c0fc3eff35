import type { Knowledge } from '../knowledge/schema.ts';
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
 * where nobody told us how the outside reaches us: a map names whole addresses. Made once for a knowledge and an origin.
 */
export function sitemap(site: Site): string | null {
  const { origin, knowledge } = site;
  if (origin === null) return null;
  const kept = maps.get(knowledge);
  if (kept?.origin === origin) return kept.map;
  const map = mapOf(site, origin);
  maps.set(knowledge, { origin, map });
  return map;
}

const maps = new WeakMap<Knowledge, { readonly origin: string; readonly map: string }>();

function mapOf(site: Site, origin: string): string {
  const answers = pagedAnswers(site);
  const pages = site.speaker.languages.flatMap((language) => [
    { path: `/${language}`, on: null },
    { path: `/${language}/answers`, on: null },
    ...answers.map(({ id, reviewed }) => ({ path: `/${language}/answers/${id}`, on: reviewed })),
  ]);
  const urls = pages.map(
    ({ path, on }) =>
      html`<url><loc>${origin}${path}</loc>${on === null ? null : html`<lastmod>${on}</lastmod>`}</url> `,
  );
  return html`<?xml version="1.0" encoding="UTF-8"?>
    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"> ${urls}</urlset> `.markup;
}
