import { requestUrl } from '../http/request-url.ts';
import { html, type Html } from '../web/html.ts';
import { press } from './form.ts';
import type { Page, Visit } from './page.ts';
import { may } from './role.ts';
import { ownPath } from './sign-in/own-paths.ts';

export type Frame = {
  readonly title: string;
  readonly main: Html;
  readonly wide: boolean;
  /** How many hand-overs wait for the person. */
  readonly waiting: number;
  /** What the last form did, said once. */
  readonly notice: string | null;
  readonly nonce: string;
  readonly languages: readonly { readonly language: string; readonly name: string }[];
  readonly address: (file: 'guichet.css' | 'staff.css' | 'staff.js' | 'mark.svg') => string;
  /** All pages; the menu names those that the person may see. */
  readonly pages: readonly Page[];
};

/** The frame of every page of the staff room: landmarks, skip link, menu, who is signed in. */
export function layout(visit: Visit, frame: Frame): Html {
  const { t, language } = visit;
  const { address, nonce } = frame;
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>${frame.title} · Guichet</title>
        <link rel="icon" href="${address('mark.svg')}" />
        <link rel="stylesheet" href="${address('guichet.css')}" nonce="${nonce}" />
        <link rel="stylesheet" href="${address('staff.css')}" nonce="${nonce}" />
        <script src="${address('staff.js')}" nonce="${nonce}" defer></script>
      </head>
      <body class="staff ${frame.wide ? 'wide' : 'inner'}">
        <a class="skip" href="#main">${t('skip')}</a>
        <header class="top">
          <a class="brand" href="/staff"
            ><span class="mark" aria-hidden="true">+</span> <span class="name with-room">Guichet</span>
            <span class="desk">${t('room')}</span></a
          >
          ${visit.person === null ? null : menu(visit, frame)} ${languages(visit, frame)} ${whoIsHere(visit)}
        </header>
        <main id="main" tabindex="-1">
          ${frame.notice === null ? null : html`<p class="notice" role="status">${frame.notice}</p>`}
          <h1>${frame.title}</h1>
          ${frame.main}
        </main>
      </body>
    </html>`;
}

function menu({ t, person, req }: Visit, { pages, waiting }: Frame): Html {
  const here = pathOf(req);
  const named = pages.flatMap(({ path, role, menu }) =>
    menu === undefined || person === null || !may(person.role, role) ? [] : [{ path, menu }],
  );
  const items = named.map(
    ({ path, menu }) =>
      html`<li>
        <a href="${path}" ${here === path || here.startsWith(`${path}/`) ? html` aria-current="page"` : null}
          >${t(menu)}${path === '/staff/queue' ? badge(t, waiting) : null}</a
        >
      </li>`,
  );
  return html`<nav class="menu" aria-label="${t('menu.label')}">
    <ul>
      ${items}
    </ul>
  </nav>`;
}

/** What waits, beside the menu's entry; it is looked at again when something happens. */
function badge(t: Visit['t'], waiting: number): Html {
  return html`<span id="badge" class="badge" ${waiting === 0 ? html` hidden` : null}
    ><b>${waiting}</b><span class="unseen"> ${t('handover:wait-for-you')}</span></span
  >`;
}

function languages({ t, language, req }: Visit, frame: Frame): Html {
  const addressIn = (other: string): string => {
    const url = requestUrl(req);
    url.searchParams.delete('done');
    url.searchParams.set('lang', other);
    return `${url.pathname}${url.search}`;
  };
  const links = frame.languages.map(
    ({ language: other, name }) =>
      html`<a
        href="${addressIn(other)}"
        lang="${other}"
        hreflang="${other}"
        ${other === language ? html` aria-current="true"` : null}
        >${name}</a
      >`,
  );
  return html`<nav class="languages" aria-label="${t('languages')}">${links}</nav>`;
}

function whoIsHere(visit: Visit): Html | null {
  const { person, t } = visit;
  if (person === null) return null;
  return html`<div class="who">
    <a href="${ownPath}">${person.name} · ${t(`role.${person.role}`)}</a>
    ${press(visit, '/staff/sign-out', t('sign-out'))}
  </div>`;
}

function pathOf(req: Visit['req']): string {
  return requestUrl(req).pathname;
}
