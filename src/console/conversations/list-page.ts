import type { ConversationPage, ListedConversation } from '../../ports/search.ts';
import { html, type Html } from '../../web/html.ts';
import type { Asked, Page } from '../page.ts';
import type { Parts } from '../parts.ts';
import { table } from '../table.ts';
import { languageNamed } from '../title-of.ts';
import { when } from '../when.ts';
import { filterForm } from './filter-form.ts';
import { filterQuery, longestSearch, readFilter } from './filter.ts';
import { transcriptPath } from './path.ts';

/** All conversations, newest first, searched and filtered. */
export function listPage({ search, current }: Pick<Parts, 'search' | 'current'>): Page {
  return {
    path: '/staff/conversations',
    role: 'reviewer',
    menu: 'menu.conversations',
    show: async (asked) => {
      const { query, t, person } = asked;
      const { knowledge } = current();
      const filter = readFilter(query, knowledge, person.id);
      const [found, choices] = await Promise.all([
        search.list(filter, { ...at(query), limit: pageSize }),
        search.choices(),
      ]);
      const tooLong = (query.get('q') ?? '').trim().length > longestSearch;
      return {
        kind: 'page',
        title: t('conversations.title'),
        wide: true,
        main: html`${filterForm(asked, knowledge, choices)}
        ${tooLong ? html`<p class="problem" role="alert">${t('conversations.too-long', { longest: longestSearch })}</p>` : null}
        ${listOf(asked, found)} ${paging(asked, found)} ${exportsOf(asked)}`,
      };
    },
  };
}

function at(query: URLSearchParams): { before?: number } | { after?: number } {
  const [before, after] = [Number(query.get('before')), Number(query.get('after'))];
  if (Number.isSafeInteger(before) && before > 0) return { before };
  return Number.isSafeInteger(after) && after > 0 ? { after } : {};
}

function listOf(asked: Asked, { conversations }: ConversationPage): Html {
  const { t } = asked;
  if (conversations.length === 0) return html`<p class="lead">${t('conversations.none')}</p>`;
  const columns = ['began', 'opening', 'channel', 'language', 'asked', 'sure', 'marks'];
  return table(
    t('conversations.title'),
    columns.map((key) => t(`conversations.${key}`)),
    conversations.map((row) => line(asked, row)),
    'list',
  );
}

function line(asked: Asked, row: ListedConversation): Html {
  const { query } = asked;
  const filter = filterQuery(query).toString();
  const to = `${transcriptPath(row.conversation)}${filter === '' ? '' : `&${filter}`}`;
  return html`<tr>
    <td>${when(asked, row.startedAt)}</td>
    <th scope="row"><a href="${to}">${row.opening}</a></th>
    <td>${row.channel}</td>
    <td>${languageNamed(asked, row.language)}</td>
    <td class="number">${row.asked}</td>
    <td class="number">${row.leastSure === null ? '–' : percent(row.leastSure)}</td>
    <td><div class="actions">${marks(asked, row)}</div></td>
  </tr>`;
}

export function percent(score: number): string {
  return `${Math.round(score * 100)} %`;
}

/** What one sees at a glance of a conversation. */
export function marks({ t, person }: Asked, row: ListedConversation): Html[] {
  const all: readonly (readonly [boolean, string, string])[] = [
    [row.emergency, 'bad', t('decision.emergency')],
    [row.handedOver, 'warn', t('decision.handover')],
    [row.missed > 0, 'warn', t('mark.missed', { count: row.missed })],
    [row.notHelped > 0, 'bad', t('feedback.not-helped')],
    [row.helped > 0, 'good', t('feedback.helped')],
    [row.assigned === person.id, '', t('mark.mine')],
    [row.assigned !== null && row.assigned !== person.id, '', t('mark.assigned')],
    [row.reviewed, 'good', t('mark.done')],
  ];
  return all.filter(([holds]) => holds).map(([, kind, text]) => html`<span class="tag ${kind}">${text}</span>`);
}

function paging({ t, query }: Asked, { conversations, older, newer }: ConversationPage): Html | null {
  const link = (name: 'before' | 'after', number: number): string => {
    const next = filterQuery(query);
    next.set(name, String(number));
    return `/staff/conversations?${next.toString()}`;
  };
  const [first, last] = [conversations.at(0), conversations.at(-1)];
  if (first === undefined || last === undefined) return null;
  return html`<nav class="paging" aria-label="${t('pages')}">
    ${newer ? html`<a rel="prev" href="${link('after', first.number)}">${t('newer')}</a>` : null}
    ${older ? html`<a rel="next" href="${link('before', last.number)}">${t('older')}</a>` : null}
  </nav>`;
}

function exportsOf({ t, query }: Asked): Html {
  const link = (format: string): string => {
    const next = filterQuery(query);
    next.set('format', format);
    return `/staff/conversations/export?${next.toString()}`;
  };
  return html`<p class="quiet">
    ${t('conversations.export')} <a href="${link('csv')}" download>CSV</a> ·
    <a href="${link('jsonl')}" download>JSON lines</a>
  </p>`;
}

const pageSize = 50;
