import { sourcesBeside, type Card, type Reply, type Section } from '../../conversation/reply.ts';
import type { Written } from '../../ports/journal.ts';
import { html, type Html } from '../../web/html.ts';
import { markdown } from '../../web/markdown.ts';
import type { Asked } from '../page.ts';

/** What was said, as the student saw it: text, card, choices, sources. */
export function saidTo({ t }: Asked, { reply, text, trace }: Written): Html {
  const by = trace === null ? html`<p class="by">${t('transcript.colleague')}</p>` : null;
  if (reply === null)
    return html`<div class="bubble reply prose">
      ${by}
      <p>${text}</p>
    </div>`;
  return html`<div class="bubble reply prose" lang="${reply.language}">
    ${by}${markdown(reply.text)}${reply.card === null ? null : card(reply.card)}
    ${reply.choices.length === 0 ? null : html`<p class="choices">${reply.choices.map(({ label }) => html`<span class="tag">${label}</span> `)}</p>`}
    ${sources(t('transcript.sources'), reply)}
  </div>`;
}

function card({ title, sections }: Card): Html {
  return html`<section class="card">
    <p><strong>${title}</strong></p>
    ${sections.map(part)}
  </section>`;
}

function part(section: Section): Html {
  const { heading, folded } = section;
  if (heading === null) return content(section);
  return folded === true
    ? html`<details>
        <summary>${heading}</summary>
        ${content(section)}
      </details>`
    : html`<p>${heading}</p>
        ${content(section)}`;
}

function content({ rows, items, ordered }: Section): Html {
  const list = items.map(
    ({ text, url }) =>
      html`<li>${url === null ? text : html`<a rel="noopener noreferrer external" href="${url}">${text}</a>`}</li>`,
  );
  const labelled = rows.map(
    ({ label, text }) =>
      html`<dt>${label}</dt>
        <dd>${text}</dd>`,
  );
  return html`${rows.length === 0 ? null : html`<dl>${labelled}</dl>`}
  ${
    items.length === 0
      ? null
      : ordered === true
        ? html`<ol>
            ${list}
          </ol>`
        : html`<ul>
            ${list}
          </ul>`
  }`;
}

function sources(label: string, reply: Reply): Html | null {
  const sources = sourcesBeside(reply);
  if (sources.length === 0) return null;
  return html`<p class="quiet">${label} ${sources.map(({ title, dated }) => `${title}, ${dated}`).join('; ')}</p>`;
}
