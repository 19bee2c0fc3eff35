import type { PagesFile } from '../schema.ts';
import { finding, type Finding, type Rule } from './finding.ts';

/** A source can be opened: each external fact names pages by title, publisher, day and address, and each page is named. */
export const pages: Rule = (linted) => [...namedPages(linted), ...keptPages(linted)];

function namedPages({ shelves }: Parameters<Rule>[0]): Finding[] {
  return [...shelves.facts.values()].flatMap(({ file, value }) =>
    Object.entries(value).flatMap(([id, { sources }]) => {
      if (!id.startsWith('X-') || typeof sources === 'object') return [];
      const how = sources === undefined ? 'no source' : 'its sources are told in words';
      const message = `${id}: ${how}; enter each page in pages.yaml (title, publisher, kind, date, url) and name them here, the most official first`;
      return [finding('pages', file, [id, 'sources'], message)];
    }),
  );
}

function keptPages({ shelves, knowledge }: Parameters<Rule>[0]): Finding[] {
  const named = new Set(
    Object.values(knowledge.facts).flatMap(({ sources }) => (typeof sources === 'object' ? sources : [])),
  );
  return [...shelves.pages.values()].flatMap(({ file, value }) =>
    Object.entries(value).flatMap(([id, page]) => [
      ...(named.has(id)
        ? []
        : [finding('pages', file, [id], `no fact names it: name it in facts.yaml, or take it away`)]),
      ...Array.from(faults(page), ([field, message]) => finding('pages', file, [id, field], message)),
    ]),
  );
}

function* faults({
  title,
  publisher,
  url,
  noHttps,
  lost,
}: PagesFile[string]): Generator<[field: string, message: string]> {
  const { protocol, pathname, search } = new URL(url);
  if (protocol === 'http:' && noHttps !== true)
    yield ['url', 'an address without https: write https, or `noHttps: true` if the site has none'];
  if (pathname === '/' && search === '' && lost !== true)
    yield ['url', "the address of a site: write the page's own, or `lost: true` if the page was not kept"];
  if (title === publisher) yield ['title', "who publishes it is no title: write the page's own"];
}
