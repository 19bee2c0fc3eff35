import type { CheckState } from '../../knowledge/checks.ts';
import type { Knowledge } from '../../knowledge/schema.ts';
import { html, type Html } from '../../web/html.ts';
import { form } from '../form.ts';
import type { Asked, Outcome, Page } from '../page.ts';
import type { Parts } from '../parts.ts';
import { languageNamed } from '../title-of.ts';
import { changePath, filePath } from './parts-of-page.ts';
import type { CurationRoom } from './room.ts';
import { besideOriginals, type Read } from './translation-beside.ts';
import { itemsIn, withCheck, type Item } from './translation-items.ts';

type Needed = Pick<Parts, 'current'> & { readonly room: CurationRoom };

/** What waits for somebody who speaks the language: one text after the other beside the originals, marked with one key. */
export function translationPages({ current, room }: Needed): readonly Page[] {
  return [
    {
      path,
      role: 'curator',
      show: (asked) => Promise.resolve(pageFor(asked, current())),
      act: (asked) => mark(asked, current().knowledge, room),
    },
  ];
}

function pageFor(asked: Asked, read: Read): Outcome {
  const { checks } = read.knowledge;
  const [first] = Object.keys(checks);
  const language = asked.query.get('language') ?? first;
  if (language === undefined) return nothingTranslated(asked);
  return checks[language] === undefined ? { kind: 'missing' } : translationPage(asked, read, language);
}

/** Who compared it, with which text: the one that was shown. */
async function mark(asked: Asked, knowledge: Knowledge, room: CurationRoom): Promise<Outcome> {
  const { form: fields, person, today, t } = asked;
  const language = fields.get('language') ?? '';
  const items = itemsIn(knowledge, language);
  const item = items.find(({ id }) => id === fields.get('item')) ?? null;
  const of = fields.get('of') ?? '';
  if (item === null || item.source !== of) return { kind: 'missing' };
  const { file } = item;
  const after = withCheck(item, room.curation.read(file), { by: person.name, on: today, of });
  const reason = t('curation:translations.reason', { language: languageNamed(asked, language) });
  const proposed = await room.curation.propose({ files: [{ file, after }], author: person, reason });
  const next = items.filter(({ state, id }) => state !== 'checked' && id !== item.id);
  const to = addressOf(language, next.find(({ id }) => id > item.id) ?? next[0]);
  if (proposed.kind === 'unchanged') return { kind: 'go', to, notice: 'curation:unchanged' };
  const end = await room.curation.publish(proposed.id, person);
  await asked.audit('knowledge.checked', { file, change: proposed.id, end: end.kind });
  if (end.kind === 'published') return { kind: 'go', to, notice: 'curation:checked' };
  return { kind: 'go', to: changePath(proposed.id), notice: 'curation:proposed' };
}

function nothingTranslated({ t }: Asked): Outcome {
  const title = t('curation:translations.title');
  return { kind: 'page', title, main: html`<p class="lead">${t('curation:translations.none')}</p>` };
}

function translationPage(asked: Asked, read: Read, language: string): Outcome {
  const { t, query } = asked;
  const { knowledge } = read;
  const items = itemsIn(knowledge, language);
  const waiting = items.filter(({ state }) => state !== 'checked');
  const wanted = query.get('item') ?? waiting[0]?.id;
  const shown = items.find(({ id }) => id === wanted) ?? null;
  const main = html`<p class="lead">${t('curation:translations.lead')}</p>
    ${languages(asked, knowledge, language)}
    ${shown === null ? html`<p class="lead">${t('curation:translations.done')}</p>` : oneItem(asked, { read, language, waiting }, shown)}
    <details${shown === null ? html` open` : null}>
      <summary>${t('curation:translations.all')}</summary>
      <ul>
        ${items.map((item) => html`<li><a href="${addressOf(language, item)}">${item.id}</a> ${tag(asked, item.state)}</li>`)}
      </ul>
    </details>`;
  return { kind: 'page', title: t('curation:translations.title'), wide: true, main };
}

function languages(asked: Asked, knowledge: Knowledge, current: string): Html {
  const { t } = asked;
  const links = Object.keys(knowledge.checks).map((language) => {
    const items = itemsIn(knowledge, language);
    const count = items.filter(({ state }) => state !== 'checked').length;
    const text = t('curation:translations.waiting', {
      language: languageNamed(asked, language),
      left: count,
      all: items.length,
    });
    return html`<li>
      <a href="${path}?language=${language}" ${language === current ? html` aria-current="true"` : null}>${text}</a>
    </li>`;
  });
  return html`<nav class="tabs" aria-label="${t('curation:translations.title')}">
    <ul>
      ${links}
    </ul>
  </nav>`;
}

function oneItem(
  asked: Asked,
  { read, language, waiting }: { readonly read: Read; readonly language: string; readonly waiting: readonly Item[] },
  item: Item,
): Html {
  const { t } = asked;
  const at = waiting.findIndex(({ id }) => id === item.id);
  const [before, after] = [at > 0 ? waiting[at - 1] : undefined, waiting[at + 1]];
  const fields = html`<input type="hidden" name="language" value="${language}" />
    <input type="hidden" name="item" value="${item.id}" />
    <input type="hidden" name="of" value="${item.source ?? ''}" />
    <button class="button" data-key="c">${t('curation:translations.mark')}</button>`;
  return html`<h2>${item.id} ${tag(asked, item.state)}</h2>
    ${item.state === 'outdated' ? html`<p class="problem" role="alert">${t('curation:translations.changed')}</p>` : null}
    ${besideOriginals(asked, read, language, item)}
    <div class="actions">
      ${item.state === 'checked' || item.source === null ? null : form(asked, path, fields)}
      <a href="${filePath(item.text)}">${t('curation:translations.mend')}</a>
      ${before === undefined ? null : html`<a rel="prev" href="${addressOf(language, before)}">${t('curation:translations.before')}</a>`}
      ${after === undefined ? null : html`<a rel="next" href="${addressOf(language, after)}">${t('curation:translations.next')}</a>`}
      <span class="hint">${t('curation:translations.keys')}</span>
    </div>`;
}

function tag({ t }: Asked, state: CheckState): Html {
  const kind = { checked: 'good', unchecked: 'warn', outdated: 'bad' }[state];
  return html`<span class="tag ${kind}">${t(`curation:translations.state.${state}`)}</span>`;
}

function addressOf(language: string, item: Item | undefined): string {
  const query = new URLSearchParams({ language, ...(item !== undefined && { item: item.id }) });
  return `${path}?${query.toString()}`;
}

const path = '/staff/knowledge/translations';
