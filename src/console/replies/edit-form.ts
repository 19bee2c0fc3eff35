import type { SavedReply, SavedText } from '../../ports/saved-replies.ts';
import type { Speaker } from '../../voice/speaker.ts';
import { html, type Html } from '../../web/html.ts';
import { form } from '../form.ts';
import type { Asked } from '../page.ts';
import { languageNamed } from '../title-of.ts';
import { braced, fields, nameOfField, unknownFields } from './fields.ts';
import { namedIn } from './named-in.ts';

type Texts = SavedReply['texts'];

/** A reply in every language of the desk: those of the staff room are needed, the others may wait. */
export function editForm(asked: Asked, speaker: Speaker, id: string, texts: Texts, problem: string | null): Html {
  const { t } = asked;
  const others = speaker.languages.filter((language) => !speaker.staffLanguages.includes(language));
  const unwritten = others.filter((language) => texts[language] === undefined);
  const content = html`<input type="hidden" name="id" value="${id}" />
    ${problem === null ? null : html`<p class="problem" role="alert">${problem}</p>`}
    ${speaker.staffLanguages.map((language) => inLanguage(asked, language, texts[language], true))}
    ${
      others.length === 0
        ? null
        : html`<details ${problem === null ? null : html` open`}>
            <summary>${t('saved:others', { count: unwritten.length })}</summary>
            <p class="hint">
              ${t('saved:others-hint', { languages: namedIn(asked, speaker.staffLanguages.slice(0, 1)) })}
            </p>
            ${others.map((language) => inLanguage(asked, language, texts[language], false))}
          </details>`
    }
    <button class="button">${t('saved:keep')}</button>`;
  return html`${form(asked, '/staff/replies/edit', content, 'stacked letter')} ${fieldList(asked, speaker)}`;
}

function inLanguage(asked: Asked, language: string, held: SavedText | undefined, needed: boolean): Html {
  const { t } = asked;
  return html`<fieldset class="stacked">
    <legend>
      ${languageNamed(asked, language)}${needed ? html` <span class="tag">${t('saved:needed')}</span>` : null}
    </legend>
    <label for="title-${language}">${t('saved:heading')}</label>
    <input
      id="title-${language}"
      name="title-${language}"
      maxlength="${mostOfTitle}"
      value="${held?.title ?? ''}"
      ${needed ? html` required` : null}
    />
    <label for="text-${language}">${t('saved:text')}</label>
    <textarea
      id="text-${language}"
      name="text-${language}"
      lang="${language}"
      dir="auto"
      rows="5"
      maxlength="${mostOfText}"
      ${needed ? html` required` : null}
    >
${held?.text ?? ''}</textarea>
  </fieldset>`;
}

/** To be copied from: each as the colleague's language calls it. */
function fieldList({ t, language }: Asked, speaker: Speaker): Html {
  return html`<h2>${t('saved:fields')}</h2>
    <p class="hint">${t('saved:fields-text')}</p>
    <ul class="field-names">
      ${fields.map((field) => html`<li><code>${braced(nameOfField(speaker, language, field))}</code></li>`)}
    </ul>`;
}

/** `given` holds what was half written too, `texts` what is whole. */
export function readTexts(
  sent: URLSearchParams,
  languages: readonly string[],
): { readonly texts: Texts; readonly given: Texts } {
  const read = languages.flatMap((language) => {
    const title = (sent.get(`title-${language}`) ?? '').trim().slice(0, mostOfTitle);
    const text = (sent.get(`text-${language}`) ?? '').trim().replaceAll('\r\n', '\n').slice(0, mostOfText);
    return title === '' && text === '' ? [] : [[language, { title, text }] as const];
  });
  return {
    given: Object.fromEntries(read),
    texts: Object.fromEntries(read.filter(([, { title, text }]) => title !== '' && text !== '')),
  };
}

/** Why it cannot be kept, in the colleague's words; null where it can. */
export function wrongIn(asked: Asked, speaker: Speaker, given: Texts): string | null {
  const { staffLanguages } = speaker;
  const isHalf = ([, { title, text }]: readonly [string, SavedText]) => title === '' || text === '';
  const half = Object.entries(given)
    .filter(isHalf)
    .map(([language]) => language);
  const needed = staffLanguages.filter((language) => given[language] === undefined || half.includes(language));
  if (needed.length > 0) return asked.t('saved:problem.missing', { languages: namedIn(asked, needed) });
  if (half.length > 0) return asked.t('saved:problem.half', { languages: namedIn(asked, half) });
  const [unknown] = Object.values(given).flatMap(({ text }) => unknownFields(speaker, text));
  return unknown === undefined ? null : asked.t('saved:problem.field', { field: braced(unknown) });
}

const mostOfTitle = 80;
const mostOfText = 4000;
