import type { Annotation } from '../../ports/annotations.ts';
import type { ListedConversation } from '../../ports/search.ts';
import type { Account } from '../../ports/staff.ts';
import { html, type Html } from '../../web/html.ts';
import { teachLink } from '../curation/teach-link.ts';
import { form, press } from '../form.ts';
import type { Asked, Page } from '../page.ts';
import type { Parts } from '../parts.ts';
import { languageNamed } from '../title-of.ts';
import { when } from '../when.ts';
import { annotateForm } from './annotate.ts';
import { filterQuery, readFilter } from './filter.ts';
import { marks } from './list-page.ts';
import { transcriptPath } from './path.ts';
import { saidTo } from './said.ts';
import { turnsOf, type Turn } from './turns-of.ts';
import { why } from './why.ts';

type Needed = Pick<Parts, 'search' | 'journal' | 'annotations' | 'staff' | 'current'>;

/** A conversation as the student saw it, and beside each message why it was answered so. */
export function transcriptPage(parts: Needed): Page {
  const { search, journal, annotations, staff, current } = parts;
  return {
    path: '/staff/conversation',
    role: 'reviewer',
    show: async (asked) => {
      const { query, t, now, person } = asked;
      const id = query.get('id') ?? '';
      const listed = await search.find(id);
      if (listed === null) return { kind: 'missing' };
      await asked.audit('conversation.read', { conversation: id });
      const after = Math.max(0, Number(query.get('after')) || 0);
      const { knowledge, matcher, speaker } = current();
      const filter = readFilter(query, knowledge, person.id);
      const [entries, noted, accounts, newer, older] = await Promise.all([
        journal.read(id, after, entriesShown + 1),
        annotations.of(id),
        staff.accounts(now.toISOString()),
        search.list(filter, { after: listed.number, limit: 1 }),
        search.list(filter, { before: listed.number, limit: 1 }),
      ]);
      const shown = entries.slice(0, entriesShown);
      const turns = turnsOf(shown);
      const on = { matcher, knowledge, speaker };
      const rest = entries.length > entriesShown ? (shown.at(-1)?.position ?? null) : null;
      return {
        kind: 'page',
        wide: true,
        title: t('transcript.title'),
        main: html`${about(asked, listed)} ${work(asked, listed, accounts)}
          ${neighbours(asked, newer.conversations[0], older.conversations[0])}
          <ol class="transcript">
            ${turns.map((turn) =>
              turnShown(
                asked,
                id,
                turn,
                on,
                noted.find(({ position }) => position === turn.position),
              ),
            )}
          </ol>
          ${rest === null ? null : html`<p><a href="${transcriptPath(id)}&after=${rest}">${t('transcript.rest')}</a></p>`}
          <datalist id="answers">
            ${[...knowledge.answers.keys()].sort().map((answer) => html`<option value="${answer}"></option>`)}
          </datalist>`,
      };
    },
  };
}

/** What is done with a conversation as a whole. */
export function markPage({ search, staff }: Pick<Parts, 'search' | 'staff'>): Page {
  return {
    path: '/staff/conversation/mark',
    role: 'reviewer',
    act: async ({ form: fields, now, audit }) => {
      const id = fields.get('id') ?? '';
      const assigned = fields.get('assigned');
      const reviewed = fields.get('reviewed');
      const there = await staff.accounts(now.toISOString());
      const known = assigned === null || assigned === '' || there.some((account) => account.id === assigned);
      if (!known || (assigned === null && reviewed === null)) return { kind: 'missing' };
      const marks = {
        ...(assigned !== null && { assigned: assigned === '' ? null : assigned }),
        ...(reviewed !== null && { reviewed: reviewed === 'yes' }),
      };
      if (!(await search.mark(id, marks))) return { kind: 'missing' };
      await audit('conversation.mark', { conversation: id, ...marks });
      const back = filterQuery(fields).toString();
      return { kind: 'go', to: `${transcriptPath(id)}${back === '' ? '' : `&${back}`}`, notice: 'marked' };
    },
  };
}

function about(asked: Asked, listed: ListedConversation): Html {
  const { t } = asked;
  return html`<p class="lead">
      ${when(asked, listed.startedAt)} · ${listed.channel} · ${languageNamed(asked, listed.language)} ·
      ${t('transcript.asked', { count: listed.asked })}
    </p>
    <div class="actions">${marks(asked, listed)}</div>`;
}

function work(asked: Asked, listed: ListedConversation, accounts: readonly Account[]): Html {
  const { t, query } = asked;
  const kept = Object.fromEntries(filterQuery(query));
  const id = listed.conversation;
  const assign = html`<input type="hidden" name="id" value="${id}" />
    ${Object.entries(kept).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    <label for="assigned">${t('transcript.assigned')}</label>
    <select id="assigned" name="assigned">
      <option value="">${t('transcript.nobody')}</option>
      ${accounts.map((account) => html`<option value="${account.id}" ${account.id === listed.assigned ? html` selected` : null}>${account.name}</option>`)}
    </select>
    <button class="plain">${t('transcript.assign')}</button>`;
  return html`<div class="actions work">
    ${form(asked, '/staff/conversation/mark', assign, 'inline')}
    ${press(asked, '/staff/conversation/mark', t(listed.reviewed ? 'transcript.reopen' : 'transcript.done'), { id, reviewed: listed.reviewed ? 'no' : 'yes', ...kept })}
    <a href="/staff/conversation/export?${new URLSearchParams({ id }).toString()}" download>.transcript</a>
    ${listed.handedOver ? html`<a href="/staff/queue">${t('transcript.queue')}</a>` : null}
  </div>`;
}

function neighbours(asked: Asked, newer: ListedConversation | undefined, older: ListedConversation | undefined): Html {
  const { t, query } = asked;
  const filter = filterQuery(query).toString();
  const to = ({ conversation }: ListedConversation): string =>
    `${transcriptPath(conversation)}${filter === '' ? '' : `&${filter}`}`;
  return html`<nav class="paging" aria-label="${t('transcript.around')}">
    ${newer === undefined ? null : html`<a rel="prev" href="${to(newer)}">${t('transcript.newer')}</a>`}
    <a href="/staff/conversations?${filter}">${t('transcript.list')}</a>
    ${older === undefined ? null : html`<a rel="next" href="${to(older)}">${t('transcript.older')}</a>`}
    <span class="hint">${t('transcript.keys')}</span>
  </nav>`;
}

function turnShown(
  asked: Asked,
  conversation: string,
  turn: Turn,
  now: Parameters<typeof why>[2],
  noted: Annotation | undefined,
): Html {
  const { heard, said, position } = turn;
  return html`<li id="m${position}">
    <div class="talk">
      ${heard === null || heard.text.trim() === '' ? null : html`<p class="bubble question" ${turn.trace === null ? null : html` lang="${turn.trace.language}"`}>${heard.text}</p>`}
      ${said.map((entry) => saidTo(asked, entry))}
    </div>
    <div class="beside">
      <p class="quiet">${when(asked, turn.at)}</p>
      ${why(asked, turn, now)} ${heard === null ? null : annotateForm(asked, conversation, position, noted)}
      ${heard === null ? null : teachLink(asked, heard.text, turn.trace?.language ?? null)}
    </div>
  </li>`;
}

const entriesShown = 200;
