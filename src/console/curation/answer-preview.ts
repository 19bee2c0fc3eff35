import type { TextDraft } from '../../curation/answer-draft.ts';
import { parseDay } from '../../core/day.ts';
import { AppError } from '../../core/errors.ts';
import { directionOf } from '../../text/direction.ts';
import { html, type Html } from '../../web/html.ts';
import { markdown } from '../../web/markdown.ts';
import type { Asked } from '../page.ts';
import { languageNamed, titleOf } from '../title-of.ts';
import type { Shown } from './shown-answer.ts';

/** An answer as a student reads it who asks today, and what is said from later days on. */
export function previewOf(asked: Asked, shown: Shown, language: string, text: TextDraft): Html {
  const { t, today } = asked;
  const { draft, knowledge } = shown;
  const next = draft.followUps
    .slice(0, mostNext)
    .map((id) => knowledge.answers.get(id)?.title[language] ?? titleOf(asked, knowledge, id) ?? id);
  const parts = [
    html`<div class="prose">${said(asked, shown, language, text.answer, today)}</div>`,
    ...draft.later.map(({ from }, at) => {
      const day = parseDay(from);
      return html`<p class="quiet">${t('curation:answer.text-from', { day: from })}</p>
        <div class="prose">${day === null ? null : said(asked, shown, language, text.later[at] ?? '', day)}</div>`;
    }),
  ];
  return html`<section
    class="preview"
    id="preview-${language}"
    data-checked
    aria-label="${t('curation:answer.preview')} · ${languageNamed(asked, language)}"
  >
    <p class="quiet">${t('curation:answer.preview')}</p>
    <div lang="${language}" dir="${directionOf(language)}">
      <p><strong>${text.title}</strong></p>
      ${parts}
      ${next.length === 0 ? null : html`<p class="next">${next.map((title) => html`<span class="tag">${title}</span> `)}</p>`}
    </div>
  </section>`;
}

/** What names something that is not there cannot be read out; it is said beside the field. */
function said({ t }: Asked, { speaker }: Shown, language: string, text: string, on: Asked['today']): Html {
  if (text.trim() === '') return html`<p class="quiet">${t('curation:nothing')}</p>`;
  try {
    return markdown(speaker.render(language, text, on));
  } catch (problem) {
    if (!(problem instanceof AppError)) throw problem;
    return html`<p class="quiet">${t('curation:answer.not-read')}</p>`;
  }
}

/** As many as stand below an answer. */
const mostNext = 2;
