import { sourcesBeside, type Card, type Reply } from '../../conversation/reply.ts';
import type { Written } from '../../ports/journal.ts';
import { cardSections } from '../../web/card.ts';
import { html, type Html } from '../../web/html.ts';
import { inlineMarkdown, markdown } from '../../web/markdown.ts';
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
    ${cardSections(sections, { heading: (text) => html`<p>${text}</p>`, write: inlineMarkdown })}
  </section>`;
}

function sources(label: string, reply: Reply): Html | null {
  const sources = sourcesBeside(reply);
  if (sources.length === 0) return null;
  return html`<p class="quiet">${label} ${sources.map(({ title, dated }) => `${title}, ${dated}`).join('; ')}</p>`;
}
