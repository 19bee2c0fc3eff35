import { kinds, isWritten, type AnswerDraft, type TextDraft } from '../../curation/answer-draft.ts';
import { directionOf } from '../../text/direction.ts';
import { html, type Html } from '../../web/html.ts';
import type { Asked } from '../page.ts';
import { languageNamed, titleOf } from '../title-of.ts';
import { previewOf } from './answer-preview.ts';
import type { Told } from './findings-by-field.ts';
import type { Shown } from './shown-answer.ts';
import { topicNamed } from './topic-names.ts';

/** The fields of an answer: a part for each language, with what a student will read, then what is the same in all. */
export function answerFields(asked: Asked, shown: Shown): Html {
  const { languages, originals } = shown.knowledge;
  return html`${languages.map((language) => inLanguage(asked, shown, language, originals.includes(language)))}
  ${about(asked, shown)}`;
}

/** What a form says, whatever it is. */
export function readDraft(form: URLSearchParams, languages: readonly string[]): AnswerDraft {
  const of = (name: string): string => (form.get(name) ?? '').replaceAll(/\r\n?/g, '\n').trim();
  const froms = Array.from({ length: mostLater }, (_, at) => at).filter((at) => of(`later-${at}-from`) !== '');
  return {
    kind: kinds.find((kind) => kind === of('kind')) ?? 'answer',
    topic: of('topic'),
    followUps: [...new Set(form.getAll('follow-up').filter((id) => id !== ''))],
    from: of('from'),
    until: of('until'),
    later: froms.map((at) => ({ from: of(`later-${at}-from`), until: of(`later-${at}-until`) })),
    texts: Object.fromEntries(
      languages.map((language): [string, TextDraft] => [
        language,
        {
          title: of(`title-${language}`),
          answer: of(`answer-${language}`),
          later: froms.map((at) => of(`later-${at}-${language}`)),
          phrasings: of(`phrasings-${language}`)
            .split('\n')
            .flatMap((line) => line.trim() || []),
        },
      ]),
    ),
  };
}

function about(asked: Asked, { draft, knowledge, speaker, told }: Shown): Html {
  const { t } = asked;
  const topics = [...new Set([...knowledge.answers.values()].map(({ topic }) => topic))].sort();
  const titles = [...knowledge.answers.keys()]
    .map((id) => ({ id, title: titleOf(asked, knowledge, id) ?? id }))
    .sort((a, b) => a.title.localeCompare(b.title, asked.language));
  const options = (all: readonly (readonly [string, string])[], chosen: string): Html =>
    html`${all.map(([value, text]) => html`<option value="${value}" ${value === chosen ? html` selected` : null}>${text}</option>`)}`;
  const followUps = Array.from({ length: mostFollowUps }, (_, at) => draft.followUps[at] ?? '');
  return html`<fieldset class="answer-about">
    <legend>${t('curation:answer.about')}</legend>
    <label for="topic">${t('curation:new.topic')}</label>
    <select id="topic" name="topic">
      ${options(
        topics.map((topic) => [topic, topicNamed(asked, speaker, topic)]),
        draft.topic,
      )}
    </select>
    <label for="kind">${t('curation:answer.kind')}</label>
    <select id="kind" name="kind">
      ${options(
        kinds.map((kind) => [kind, t(`curation:answer.kind-of.${kind}`)]),
        draft.kind,
      )}
    </select>
    <details${told.has('followUps') || draft.followUps.length > 0 ? html` open` : null}>
      <summary>${t('curation:answer.follow-ups')}</summary>
      ${followUps.map(
        (id, at) =>
          html`<select name="follow-up" aria-label="${t('curation:answer.follow-up', { number: at + 1 })}">
            ${options([['', '–'], ...titles.map((one) => [one.id, one.title] as const)], id)}
          </select>`,
      )}
      ${toldAt(asked, told, 'followUps')}
    </details>
    <details${told.has('days') || draft.from !== '' || draft.until !== '' || draft.later.length > 0 ? html` open` : null}>
      <summary>${t('curation:answer.days')}</summary>
      ${span(asked, 'from', 'until', draft, t('curation:answer.first-text'))}
      ${[...draft.later, { from: '', until: '' }].map((each, at) => span(asked, `later-${at}-from`, `later-${at}-until`, each, t('curation:answer.later-text', { number: at + 2 })))}
      <p class="hint">${t('curation:answer.days-how')}</p>
      ${toldAt(asked, told, 'days')}
    </details>
  </fieldset>`;
}

function span(
  { t }: Asked,
  from: string,
  until: string,
  held: { readonly from: string; readonly until: string },
  label: string,
): Html {
  return html`<fieldset class="inline">
    <legend>${label}</legend>
    <label for="${from}">${t('filter.from')}</label>
    <input id="${from}" name="${from}" type="date" value="${held.from}" />
    <label for="${until}">${t('filter.until')}</label>
    <input id="${until}" name="${until}" type="date" value="${held.until}" />
  </fieldset>`;
}

function inLanguage(asked: Asked, shown: Shown, language: string, original: boolean): Html {
  const { t } = asked;
  const { draft, told } = shown;
  const text = draft.texts[language] ?? { title: '', answer: '', later: [], phrasings: [] };
  const direction = directionOf(language);
  const area = (name: string, label: string, value: string, rows: number): Html =>
    html`<label for="${name}">${label}</label>
      <textarea
        id="${name}"
        name="${name}"
        rows="${rows}"
        lang="${language}"
        dir="${direction}"
        aria-describedby="told-${name}"
      >
${value}</textarea>
      ${toldAt(asked, told, name)}`;
  const [title, at] = [`title-${language}`, `later-${String(draft.later.length)}-${language}`];
  const isOpen = original || [...told.keys()].some((name) => name.endsWith(`-${language}`));
  return html`<details class="in-language" id="in-${language}" ${isOpen ? html` open` : null}>
    <summary>
      <h2>${languageNamed(asked, language)}</h2>
      ${isWritten(text) ? null : html`<span class="tag warn">${t('curation:answers.state.missing')}</span>`}
    </summary>
    <div class="with-preview">
      <div class="answer-parts">
        <label for="${title}">${t('curation:new.name')}</label>
        <input
          id="${title}"
          name="${title}"
          maxlength="80"
          lang="${language}"
          dir="${direction}"
          value="${text.title}"
          aria-describedby="told-${title}"
        />
        ${toldAt(asked, told, title)} ${area(`answer-${language}`, t('curation:new.answer'), text.answer, 10)}
        ${draft.later.map(({ from }, index) => area(`later-${String(index)}-${language}`, t('curation:answer.text-from', { day: from }), text.later[index] ?? '', 8))}
        <details class="later-text">
          <summary>${t('curation:answer.text-more')}</summary>
          ${area(at, t('curation:answer.later-text', { number: draft.later.length + 2 }), '', 6)}
        </details>
        ${area(`phrasings-${language}`, t('curation:new.phrasings'), text.phrasings.join('\n'), 10)}
      </div>
      ${previewOf(asked, shown, language, text)}
    </div>
  </details>`;
}

/** Always there, so that what is checked as one types can fill it. */
function toldAt({ t }: Asked, told: Told, name: string): Html {
  const messages = told.get(name) ?? [];
  return html`<div id="told-${name}" class="told" data-checked aria-live="polite">
    ${
      messages.length === 0
        ? null
        : html`<ul aria-label="${t('curation:lint.title')}">
            ${messages.map((message) => html`<li>${message}</li>`)}
          </ul>`
    }
  </div>`;
}

const mostFollowUps = 4;
const mostLater = 12;
