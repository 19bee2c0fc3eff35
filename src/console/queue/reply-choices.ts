import type { Handover } from '../../ports/queue.ts';
import type { SavedReply } from '../../ports/saved-replies.ts';
import { languageAmong } from '../../voice/content.ts';
import { html, type Html } from '../../web/html.ts';
import type { Asked } from '../page.ts';
import type { Parts } from '../parts.ts';
import { textFor, titleOfReply } from '../replies/fill.ts';
import { languageNamed, titleOf } from '../title-of.ts';

/** What can be put into a reply by one choice: a saved reply, what Guichet answers to what was asked; by two, any answer. */
export function replyChoices(
  asked: Asked,
  { current }: Pick<Parts, 'current'>,
  handover: Handover,
  saved: readonly SavedReply[],
): Html {
  const { t } = asked;
  return html`<fieldset class="put-in">
    <legend>${t('saved:put-in')}</legend>
    <div class="actions">
      ${savedButtons(asked, current(), handover, saved)} ${askedButton(asked, current(), handover)}
    </div>
    <div class="inline">${answerList(asked, current(), handover)}</div>
    <p class="put hint" role="status"></p>
  </fieldset>`;
}

type Current = ReturnType<Parts['current']>;

function savedButtons(asked: Asked, { speaker }: Current, { language }: Handover, saved: readonly SavedReply[]) {
  const theirs = languageAmong(speaker.languages, language);
  return saved
    .map((reply) => ({
      id: reply.id,
      title: titleOfReply(reply, asked),
      written: textFor(reply, theirs, speaker.staffLanguages),
    }))
    .sort((a, b) => a.title.localeCompare(b.title, asked.language))
    .map(({ id, title, written }) => {
      const other = written === null || written.language === theirs ? null : inOther(asked, written.language);
      return button(`saved:${id}`, html`${title}${other}`);
    });
}

/** A student whose language nobody wrote it in gets it in another: said before it is chosen. */
function inOther(asked: Asked, language: string): Html {
  return html` <span class="quiet"
    >(${asked.t('saved:in-language', { language: languageNamed(asked, language) })})</span
  >`;
}

function askedButton(asked: Asked, { knowledge }: Current, { asked: before }: Handover): Html | null {
  const intent = before?.intent ?? null;
  if (intent === null || knowledge.answers.get(intent)?.kind !== 'answer') return null;
  const title = titleOf(asked, knowledge, intent) ?? intent;
  return button(`answer:${intent}`, html`${asked.t('saved:asked', { title })}`);
}

function button(put: string, label: Html): Html {
  return html`<button class="plain" formaction="${insertPath}" formnovalidate name="put" value="${put}">
    ${label}
  </button>`;
}

function answerList(asked: Asked, { knowledge }: Current, { asked: before }: Handover): Html {
  const { t, language } = asked;
  const titled = [...knowledge.answers.values()]
    .filter(({ kind }) => kind === 'answer')
    .map(({ id }) => ({ id, title: titleOf(asked, knowledge, id) ?? id }))
    .sort((a, b) => a.title.localeCompare(b.title, language));
  return html`<label for="answer">${t('handover:answer')}</label>
    <select id="answer" name="answer">
      ${titled.map(({ id, title }) => html`<option value="${id}" ${id === before?.intent ? html` selected` : null}>${title}</option>`)}
    </select>
    <button class="plain" formaction="${insertPath}" formnovalidate>${t('handover:insert')}</button>`;
}

const insertPath = '/staff/handover/insert';
