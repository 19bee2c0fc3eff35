import { html, raw, type Html } from '../html.ts';
import type { Reader, Site } from '../site.ts';

/** What a page tells to programs: search engines, and whoever shows a link to it. */
export type Described = {
  readonly title: string;
  readonly description: string;
  /** The page's address in a language. */
  readonly pathIn: (language: string) => string;
  /** Where somebody goes whose language is not known; that of the first language where there is no such page. */
  readonly anyLanguage?: string;
  /** A question and its answer, for `QAPage`. */
  readonly question?: { readonly name: string; readonly answer: string };
};

/** Canonical address, the other languages, Open Graph (ogp.me), and the answer as JSON-LD (schema.org/QAPage). */
export function metadata(site: Site, { language, nonce }: Reader, page: Described): Html {
  const { languages } = site.speaker;
  const at = (path: string): string => `${site.origin ?? ''}${path}`;
  const here = at(page.pathIn(language));
  const property = (name: string, content: string): Html => html`<meta property="og:${name}" content="${content}" />`;
  return html`<meta name="description" content="${page.description}" />
    <link rel="canonical" href="${here}" />
    ${languages.map((other) => html`<link rel="alternate" hreflang="${other}" href="${at(page.pathIn(other))}" />`)}
    <link rel="alternate" hreflang="x-default" href="${at(page.anyLanguage ?? page.pathIn(languages[0]))}" />
    ${property('type', page.question === undefined ? 'website' : 'article')} ${property('title', page.title)}
    ${property('description', page.description)} ${property('url', here)}
    ${property('site_name', site.knowledge.desk.name)} ${property('locale', localeOf(site, language))}
    ${page.question === undefined ? null : questionAndAnswer(page.question, nonce)}`;
}

/** Data, which no browser runs; the nonce is for policies that do not know the difference. */
function questionAndAnswer({ name, answer }: NonNullable<Described['question']>, nonce: string): Html {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'QAPage',
    mainEntity: {
      '@type': 'Question',
      name,
      answerCount: 1,
      acceptedAnswer: { '@type': 'Answer', text: answer },
    },
  };
  // Nothing in it may end the element.
  const written = JSON.stringify(data).replaceAll('<', '\\u003c');
  return html`<script type="application/ld+json" nonce="${nonce}">
    ${raw(written)}
  </script>`;
}

/** Open Graph names a language with its territory: `fr_FR`; English as Europe writes it has none. */
function localeOf(site: Site, language: string): string {
  const culture = new Intl.Locale(site.knowledge.vocabulary[language]?.culture ?? language).maximize();
  const territory = /^[A-Z]{2}$/.test(culture.region ?? '')
    ? culture.region
    : new Intl.Locale(language).maximize().region;
  return [culture.language, territory].join('_');
}
