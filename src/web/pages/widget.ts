import { directionOf } from '../../text/direction.ts';
import { html, raw, type Html } from '../html.ts';
import { say, type Reader, type Site } from '../site.ts';
import type { WidgetLook } from '../widget.ts';
import { chatRoom, chatScripts } from './chat-room.ts';

/** The chat alone, for the frame on a school's page. */
export function widgetPage(site: Site, reader: Reader, look: WidgetLook): Html {
  const { language, nonce } = reader;
  return html`<!doctype html>
    <html lang="${language}" dir="${directionOf(language)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${look.name}</title>
        <link rel="icon" href="${site.assets.address('mark.svg')}" />
        <link rel="stylesheet" href="${site.assets.address('guichet.css')}" nonce="${nonce}" />
        ${
          look.color === null
            ? null
            : html`<style nonce="${nonce}">
                ${raw(colours(look.color))}
              </style>`
        }
      </head>
      <body class="widget">
        <header class="top">
          <h1>${look.name}</h1>
          <button type="button" class="close" data-close>${say(site, reader, 'widget.close')}</button>
        </header>
        <main id="main">${chatRoom(site, reader)}</main>
        <noscript
          ><p>
            <a href="/?lang=${language}" target="_blank" rel="noopener">${say(site, reader, 'home.heading')}</a>
          </p></noscript
        >
        ${chatScripts(site, reader)}
      </body>
    </html>`;
}

/** A school's page with the widget on it, to try the attributes. */
export function widgetDemo(site: Site, reader: Reader): Html {
  const { language, nonce } = reader;
  const line = `<script src="${site.origin ?? 'PUBLIC_URL'}/widget.js" data-language="${language}" data-name="${site.knowledge.desk.name}" data-color="#7c2d12" data-position="right"></script>`;
  return html`<!doctype html>
    <html lang="${language}" dir="${directionOf(language)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${say(site, reader, 'widget.demo')}</title>
        <link rel="stylesheet" href="${site.assets.address('guichet.css')}" nonce="${nonce}" />
      </head>
      <body class="inner">
        <main id="main">
          <h1>${say(site, reader, 'widget.demo')}</h1>
          <p class="lead">${say(site, reader, 'widget.line')}</p>
          <pre class="code" tabindex="0">${line}</pre>
        </main>
        <script
          src="/widget.js"
          nonce="${nonce}"
          data-language="${language}"
          data-name="${site.knowledge.desk.name}"
          data-color="#7c2d12"
          data-position="right"
        ></script>
      </body>
    </html>`;
}

/** The school's colour where ours would stand, with letters that can be read on it. The colour is six hex digits. */
function colours(color: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => parseInt(color.slice(start, start + 2), 16));
  const light = 0.299 * red + 0.587 * green + 0.114 * blue > 150;
  // On a light page a light colour could not be read as a link: there it only fills.
  const link = light ? '' : `--accent:${color};--on-accent:#fff;`;
  return `@media (prefers-color-scheme: light){:root{${link}}}:root{--brand:${color};--on-brand:${light ? '#000' : '#fff'}}`;
}
