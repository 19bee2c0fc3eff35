import { sourcesBeside, type Card, type Reply } from '../../conversation/reply.ts';
import { cardSections } from '../card.ts';
import { directionOf } from '../../text/direction.ts';
import { html, type Html } from '../html.ts';
import { inlineMarkdown, markdown } from '../markdown.ts';
import { say, type Reader, type Site } from '../site.ts';
import { layout } from './layout.ts';

/** What was asked without scripts, and what was said to it. */
export type Asked = { readonly conversation: string; readonly question: string; readonly replies: readonly Reply[] };

/** The chat without scripts: one question at a time, the answer above the next. */
export function askPage(site: Site, reader: Reader, asked: Asked): Html {
  return layout(site, reader, {
    title: say(site, reader, 'home.title'),
    description: say(site, reader, 'home.lead'),
    pathIn: (language) => `/?lang=${language}`,
    main: html`<h1>${say(site, reader, 'ask.heading')}</h1>
      <div class="asked">
        <p class="question">${asked.question}</p>
        ${asked.replies.map((reply) => said(site, reader, reply))}
      </div>
      ${askForm(site, reader, asked)}`,
  });
}

export function askForm(site: Site, reader: Reader, asked: Asked | null): Html {
  const t = (key: string): string => say(site, reader, key);
  const choices = asked?.replies.at(-1)?.choices ?? [];
  return html`<form class="ask-form" method="post" action="/ask?lang=${reader.language}">
    ${asked === null ? null : html`<input type="hidden" name="conversation" value="${asked.conversation}" />`}
    ${choices.length === 0 ? null : html`<div class="suggestions">${choices.map(({ label }) => html`<button class="suggestion" name="choice" value="${label}">${label}</button>`)}</div>`}
    <label for="text">${t('ask.label')}</label>
    <textarea id="text" name="text" rows="3" maxlength="4000"></textarea>
    <button class="button">${t('ask.send')}</button>
  </form>`;
}

function said(site: Site, reader: Reader, reply: Reply): Html {
  const sources = sourcesBeside(reply).map(
    ({ title, dated, url }) =>
      html`<li>
        ${url === null ? title : html`<a rel="noopener noreferrer external" href="${url}">${title}</a>`}, ${dated}
      </li>`,
  );
  return html`<div class="reply prose" lang="${reply.language}" dir="${directionOf(reply.language)}">
    ${markdown(reply.text)}${reply.card === null ? null : card(reply.card)}
    ${
      sources.length === 0
        ? null
        : html`<details>
            <summary>${say(site, reader, 'chat.sources')}</summary>
            <ul class="sources">
              ${sources}
            </ul>
          </details>`
    }
  </div>`;
}

function card({ title, sections }: Card): Html {
  return html`<section class="card">
    <h2>${title}</h2>
    ${cardSections(sections, { heading: (text) => html`<h3>${text}</h3>`, write: inlineMarkdown })}
  </section>`;
}
