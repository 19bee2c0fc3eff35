import { directionOf } from '../../text/direction.ts';
import { html, type Html } from '../html.ts';
import { metadata, type Described } from './metadata.ts';
import { say, type Reader, type Site } from '../site.ts';

export type Page = Described & {
  readonly main: Html;
  /** The front page's name is its heading; elsewhere it leads home. */
  readonly home?: boolean;
  readonly scripts?: Html;
};

/** The frame of every page: landmarks, skip link, language switch, what stands at the foot. */
export function layout(site: Site, reader: Reader, page: Page): Html {
  const { language, nonce } = reader;
  const t = (key: string): string => say(site, reader, key);
  return html`<!doctype html>
    <html lang="${language}" dir="${directionOf(language)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content" />
        <title>${page.title}</title>
        <meta name="color-scheme" content="light dark" />
        ${metadata(site, reader, page)}
        <link rel="icon" href="${site.assets.address('mark.svg')}" />
        <link rel="stylesheet" href="${site.assets.address('guichet.css')}" nonce="${nonce}" />
      </head>
      <body class="${page.home === true ? 'home' : 'inner'}">
        <a class="skip" href="#main">${t('skip')}</a>
        <header class="top">
          <a class="brand" href="/?lang=${language}"
            ><span class="mark" aria-hidden="true">+</span> <span class="name with-room">Guichet</span>
            <span class="desk">${site.knowledge.desk.name}</span></a
          >
          <nav aria-label="${t('nav.site')}"><a href="/${language}/answers">${t('nav.answers')}</a></nav>
          <nav class="languages" aria-label="${t('nav.languages')}">
            ${site.speaker.languages.map((other) => languageLink(site, page, other, language))}
          </nav>
        </header>
        <main id="main" tabindex="-1">${page.main}</main>
        ${foot(site, reader)} ${page.scripts ?? null}
      </body>
    </html>`;
}

function languageLink(site: Site, page: Page, other: string, current: string): Html {
  const name = site.speaker.say(other, 'web:language');
  return html`<a
    href="${page.pathIn(other)}"
    lang="${other}"
    hreflang="${other}"
    ${current === other ? html` aria-current="true"` : null}
    >${name}</a
  >`;
}

function foot(site: Site, reader: Reader): Html {
  const t = (key: string): string => say(site, reader, key);
  const pages = ['accessibility', 'privacy', 'legal'] as const;
  return html`<footer class="foot">
    <p>${t('foot.program')}</p>
    <nav aria-label="${t('nav.foot')}">
      <ul>
        ${pages.map((page) => html`<li><a href="/${reader.language}/${page}">${t(`${page}.title`)}</a></li>`)}
      </ul>
    </nav>
  </footer>`;
}
