import type { Knowledge } from '../../knowledge/schema.ts';
import { html, type Html } from '../../web/html.ts';
import type { Asked } from '../page.ts';
import { languageNamed } from '../title-of.ts';
import { decisions } from './filter.ts';

type Option = readonly [value: string, label: string];

/** A search and its conditions; sent by GET, so that a view has an address. */
export function filterForm(
  asked: Asked,
  knowledge: Knowledge,
  { channels, languages }: { readonly channels: readonly string[]; readonly languages: readonly string[] },
): Html {
  const { t, query } = asked;
  const same = (values: readonly string[]): Option[] => values.map((value) => [value, value]);
  const yesNo: Option[] = [
    ['yes', t('yes')],
    ['no', t('no')],
  ];
  const selects: readonly (readonly [string, readonly Option[]])[] = [
    ['channel', same(channels)],
    ['language', languages.map((language) => [language, languageNamed(asked, language)])],
    ['decision', decisions.map((decision) => [decision, t(`decision.${decision}`)])],
    ['topic', topicsIn(asked, knowledge)],
    ['sure', ['30', '50', '70', '90'].map((value) => [value, t('conversations.below', { percent: value })])],
    ['feedback', ['helped', 'not-helped'].map((value) => [value, t(`feedback.${value}`)])],
    ['handed', yesNo],
    ['emergency', yesNo],
    ['state', ['open', 'done', 'mine'].map((value) => [value, t(`state.${value}`)])],
  ];
  const intent = query.get('intent') ?? '';
  const conditions = [...selects.map(([name]) => name), 'from', 'until', 'intent'];
  const chosen = conditions.filter((name) => (query.get(name) ?? '') !== '').length;
  return html`<form class="filter" method="get" action="/staff/conversations" role="search">
    <div class="inline">
      <label for="q">${t('conversations.search')}</label>
      <input id="q" name="q" type="search" maxlength="200" value="${(query.get('q') ?? '').slice(0, 200)}" />
      <button class="button">${t('conversations.go')}</button>
      <a href="/staff/conversations">${t('conversations.all')}</a>
    </div>
    <details class="folded" ${chosen === 0 ? null : html` open`}>
      <summary>${t('filter.title')}${chosen === 0 ? null : html` (${chosen})`}</summary>
      <div class="conditions">
        ${selects.map(([name, options]) => select(asked, name, options))}
        ${['from', 'until'].map(
          (name) =>
            html`<div>
              <label for="${name}">${t(`filter.${name}`)}</label>
              <input id="${name}" name="${name}" type="date" value="${query.get(name) ?? ''}" />
            </div>`,
        )}
        ${intent === '' ? null : html`<div><label for="intent">${t('filter.intent')}</label><input id="intent" name="intent" value="${intent}" /></div>`}
      </div>
    </details>
  </form>`;
}

function select({ t, query }: Asked, name: string, options: readonly Option[]): Html {
  const chosen = query.get(name) ?? '';
  return html`<div>
    <label for="${name}">${t(`filter.${name}`)}</label>
    <select id="${name}" name="${name}">
      <option value="">${t('any')}</option>
      ${options.map(([value, label]) => html`<option value="${value}" ${value === chosen ? html` selected` : null}>${label}</option>`)}
    </select>
  </div>`;
}

function topicsIn(asked: Asked, knowledge: Knowledge): Option[] {
  const topics = new Set([...knowledge.answers.values()].map(({ topic }) => topic));
  return [...topics]
    .map((topic): Option => [topic, topicName(asked, topic)])
    .sort(([, a], [, b]) => a.localeCompare(b, asked.language));
}

/** A topic that has no name yet goes by its id. */
export function topicName({ t }: Pick<Asked, 't'>, topic: string): string {
  try {
    return t(`web:topic.${topic}`);
  } catch {
    return topic;
  }
}
