import { readFiles } from '../../knowledge/files.ts';
import { topicFile } from '../../knowledge/layout.ts';
import { readKnowledge } from '../../knowledge/load.ts';
import { staleFirst } from '../../knowledge/stale.ts';
import { isKnowledgeFile } from '../../curation/knowledge-file.ts';
import { patchOf } from '../../curation/curate.ts';
import type { Change } from '../../ports/knowledge-changes.ts';
import { html, type Html } from '../../web/html.ts';
import { press } from '../form.ts';
import type { Asked, Page } from '../page.ts';
import type { Parts } from '../parts.ts';
import { table } from '../table.ts';
import { when } from '../when.ts';
import { changePath, filePath } from './parts-of-page.ts';
import type { CurationRoom } from './room.ts';

type Needed = Pick<Parts, 'current'> & { readonly room: CurationRoom };

/** What Guichet knows as lists of work: what waits for a yes, what was changed, what is to be looked at again. */
export function listPages({ current, room }: Needed): readonly Page[] {
  return [
    {
      path: '/staff/knowledge',
      role: 'curator',
      menu: 'curation:menu',
      show: async (asked) => {
        const { t, query } = asked;
        const [open, done] = await Promise.all([
          room.changes.list({ state: 'proposed' }, most),
          room.changes.list({ state: 'published' }, 20),
        ]);
        const words = (query.get('q') ?? '').trim().toLowerCase().slice(0, 100);
        const files = words === '' ? null : filesNamed(room.folder, words);
        const main = html`${state(asked, room)}
          <ul class="actions">
            <li><a class="button" href="/staff/knowledge/answers">${t('curation:answers.title')}</a></li>
            <li><a class="button" href="/staff/knowledge/teach">${t('curation:teach.title')}</a></li>
            <li><a class="button" href="/staff/knowledge/new">${t('curation:new.title')}</a></li>
            ${['stale', 'conflicts', 'translations', 'history'].map((list) => html`<li><a href="/staff/knowledge/${list}">${t(`curation:${list}.title`)}</a></li>`)}
            <li><a href="/staff/replay">${t('curation:replay.title')}</a></li>
          </ul>
          <form method="get" action="/staff/knowledge" role="search" class="inline">
            <label for="q">${t('curation:files.search')}</label>
            <input id="q" name="q" type="search" maxlength="100" value="${words}" /><button class="plain">
              ${t('curation:files.go')}
            </button>
          </form>
          ${
            files === null
              ? null
              : html`<ul>
                  ${files.map((file) => html`<li><a href="${filePath(file)}">${file}</a></li>`)}
                </ul>`
          }
          <h2>${t('curation:open.title')}</h2>
          ${changesTable(asked, open, t('curation:open.title'))}
          <h2>${t('curation:history.title')}</h2>
          ${changesTable(asked, done, t('curation:history.title'))}`;
        return { kind: 'page', title: t('curation:title'), wide: true, main };
      },
    },
    {
      path: '/staff/knowledge/history',
      role: 'curator',
      show: async (asked) => {
        const { t, query } = asked;
        const file = query.get('file');
        const filter = { state: 'published' as const, ...(file !== null && { file }) };
        const changes = await room.changes.list(filter, most);
        const main = html`<p>
            <a href="/staff/knowledge/history.patch?${query.toString()}" download>${t('curation:patch.all')}</a>
          </p>
          ${changesTable(asked, changes, t('curation:history.title'))}`;
        return { kind: 'page', title: file === null ? t('curation:history.title') : file, wide: true, main };
      },
    },
    {
      path: '/staff/knowledge/history.patch',
      role: 'curator',
      show: async ({ query, today }) => {
        const [file, since] = [query.get('file'), query.get('since')];
        const changes = await room.changes.list(
          { state: 'published', ...(file !== null && { file }), ...(since !== null && { since }) },
          100_000,
        );
        return {
          kind: 'file',
          name: `knowledge-${today}.patch`,
          type: 'text/x-diff; charset=utf-8',
          body: patchOf(changes),
        };
      },
    },
    {
      path: '/staff/knowledge/stale',
      role: 'curator',
      show: async (asked) => {
        const { t, today } = asked;
        const { shelves } = readKnowledge(room.folder, room.forms);
        const rows = staleFirst(shelves, today).map(
          ({ reviewed, file, why }) =>
            html`<tr>
              <td class="nowrap">${reviewed}</td>
              <td><a href="${filePath(file)}">${file}</a></td>
              <td>${why}</td>
              <td>
                ${reviewed === today ? null : press(asked, '/staff/knowledge/reviewed', t('curation:reviewed.go'), { file })}
              </td>
            </tr>`,
        );
        const main = html`<p class="lead">${t('curation:stale.lead')}</p>
          ${listTable(asked, t('curation:stale.title'), ['reviewed', 'file', 'why', 'do'], rows)}`;
        return Promise.resolve({ kind: 'page', title: t('curation:stale.title'), wide: true, main });
      },
    },
    {
      path: '/staff/knowledge/conflicts',
      role: 'curator',
      show: async (asked) => {
        const { t } = asked;
        const { conflicts, answers } = current().knowledge;
        const shownBy = (id: string) => [...answers.values()].filter((answer) => answer.conflicts.includes(id));
        const open = (id: string) => conflicts[id]?.verify === true;
        const rows = Object.entries(conflicts)
          .sort(([a], [b]) => Number(open(b)) - Number(open(a)) || (a < b ? -1 : 1))
          .map(
            ([id, { subject, claims, resolution, confidence, verify }]) =>
              html`<tr>
                <td class="nowrap">
                  ${id} ${verify ? html`<span class="tag warn">${t('curation:conflicts.open')}</span>` : null}
                </td>
                <td>${subject}<br /><span class="quiet">${claims}</span></td>
                <td>${resolution} <span class="quiet">(${confidence})</span></td>
                <td>
                  ${shownBy(id).map((answer) => html`<a href="${filePath(topicFile(answer.id))}">${answer.id}</a> `)}
                </td>
              </tr>`,
          );
        const main = html`<p class="lead">${t('curation:conflicts.lead')}</p>
          <p><a href="${filePath('conflicts.yaml')}">conflicts.yaml</a></p>
          ${listTable(asked, t('curation:conflicts.title'), ['id', 'subject', 'resolution', 'shown-by'], rows)}`;
        return Promise.resolve({ kind: 'page', title: t('curation:conflicts.title'), wide: true, main });
      },
    },
  ];
}

function state(asked: Asked, room: CurationRoom): Html {
  const { t } = asked;
  const { hash, since, busy, problem } = room.state();
  return html`<p>${t('curation:live.version', { hash: hash.slice(0, 12) })} ${when(asked, since)}.</p>
    ${busy ? html`<p role="status" data-refresh="3">${t('curation:live.busy')}</p>` : null}
    ${problem === null ? null : html`<p class="problem" role="alert">${t('curation:live.broken', { message: problem.message })}</p>`}`;
}

function changesTable(asked: Asked, changes: readonly Change[], caption: string): Html {
  const { t } = asked;
  if (changes.length === 0) return html`<p class="quiet">${t('curation:none')}</p>`;
  const rows = changes.map(
    ({ id, files, author, reason, at, decided, number }) =>
      html`<tr>
        <td>${number === null ? '' : String(number)}</td>
        <td class="nowrap">${when(asked, decided?.at ?? at)}</td>
        <td><a href="${changePath(id)}">${files.map(({ file }) => file).join(', ')}</a></td>
        <td>${author.name}${decided === null || decided.by.id === author.id ? null : html` / ${decided.by.name}`}</td>
        <td>${reason}</td>
      </tr>`,
  );
  return listTable(asked, caption, ['number', 'at', 'file', 'author', 'reason'], rows);
}

function listTable({ t }: Asked, caption: string, columns: readonly string[], rows: readonly Html[]): Html {
  return table(
    caption,
    columns.map((column) => t(`curation:column.${column}`)),
    rows,
  );
}

/** By name, or by what stands in it. */
function filesNamed(folder: string, words: string): readonly string[] {
  return readFiles(folder)
    .filter(
      ({ path, bytes }) =>
        isKnowledgeFile(path) && (path.includes(words) || bytes.toString('utf8').toLowerCase().includes(words)),
    )
    .map(({ path }) => path)
    .slice(0, most);
}

const most = 200;
