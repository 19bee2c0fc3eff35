import type { Draft } from '../../ports/drafts.ts';
import type { Listed } from '../../ports/outbox.ts';
import { draftItem, type Taken } from '../../ports/queue.ts';
import { html, type Html } from '../../web/html.ts';
import { press } from '../form.ts';
import type { Asked, Page } from '../page.ts';
import type { Parts } from '../parts.ts';
import { table } from '../table.ts';
import { languageNamed } from '../title-of.ts';
import { lasted } from '../when.ts';
import { refusedTable } from './refused-page.ts';
import { emergencyTable } from './emergency-list.ts';
import { handoverTable } from './handover-list.ts';

type Needed = Pick<Parts, 'emergencies' | 'queue' | 'drafts' | 'refusedMails' | 'outbox' | 'current'>;

/** What waits for a colleague: emergencies before all else, hand-overs, drafts of letters, mail that was refused, deliveries that nobody is sure of. */
export function queuePage(parts: Needed): Page {
  const { emergencies, queue, drafts, refusedMails, outbox, current } = parts;
  return {
    path: '/staff/queue',
    role: 'reviewer',
    menu: 'menu.queue',
    show: async (asked) => {
      const { t, query } = asked;
      const state = query.get('state') === 'closed' ? 'closed' : 'open';
      const [inDanger, handovers, letters, refused, deliveries] = await Promise.all([
        emergencies.list(shown),
        queue.handovers(state, shown),
        drafts.list('open', shown),
        refusedMails.list(shown),
        outbox.list(['uncertain', 'failed'], shown),
      ]);
      const taken = await queue.holders(letters.map((each) => draftItem(each).item));
      return {
        kind: 'page',
        title: t('queue.title'),
        wide: true,
        main: html`<div id="queue" data-live>
          <h2>${t('queue.emergencies')}</h2>
          ${emergencyTable(asked, inDanger)}
          <h2>${t('queue.handovers')}</h2>
          ${tabs(asked, state)} ${handoverTable(asked, handovers, current())}
          <h2>${t('queue.drafts')}</h2>
          ${draftTable(asked, letters, taken)}
          <h2>${t('queue.refused')}</h2>
          ${refusedTable(asked, refused)}
          <h2>${t('queue.deliveries')}</h2>
          ${deliveryTable(asked, deliveries)}
        </div>`,
      };
    },
  };
}

function tabs({ t }: Asked, state: 'open' | 'closed'): Html {
  const tab = (each: 'open' | 'closed'): Html =>
    html`<li>
      <a href="/staff/queue?state=${each}" ${each === state ? html` aria-current="true"` : null}
        >${t(`queue.${each}`)}</a
      >
    </li>`;
  return html`<nav class="tabs" aria-label="${t('queue.handovers')}">
    <ul>
      ${tab('open')}${tab('closed')}
    </ul>
  </nav>`;
}

function draftTable(asked: Asked, letters: readonly Draft[], taken: ReadonlyMap<string, Taken>): Html {
  const { t, now } = asked;
  return tableOf(
    asked,
    t('queue.drafts'),
    ['opening', 'missing', 'language', 'waiting', 'holder'],
    letters.map((draft) => {
      const question = questionOf(draft) ?? t('queue.letter');
      return html`<tr>
        <th scope="row"><a href="/staff/draft?id=${encodeURIComponent(draft.id)}">${question.slice(0, 120)}</a></th>
        <td class="number">${draft.sections.filter(({ missing }) => missing).length} / ${draft.sections.length}</td>
        <td>${languageNamed(asked, draft.language)}</td>
        <td>${lasted(asked, draft.at, now)}</td>
        <td>${taken.get(draftItem(draft).item)?.holder?.name ?? '–'}</td>
      </tr>`;
    }),
  );
}

/** What is to be answered, else what the letter is about. */
function questionOf({ sections }: Draft): string | null {
  const asked = sections.find((section) => section.asked !== undefined)?.asked;
  return asked ?? sections.find(({ heading }) => heading !== null)?.heading ?? null;
}

function deliveryTable(asked: Asked, deliveries: readonly Listed[]): Html {
  const { t } = asked;
  return tableOf(
    asked,
    t('queue.deliveries'),
    ['delivery', 'channel', 'state', 'code', 'attempts', 'decide'],
    deliveries.map(
      ({ id, channel, state, code, attempts }) =>
        html`<tr>
          <th scope="row"><code>${id.slice(0, 24)}</code></th>
          <td>${channel}</td>
          <td><span class="tag ${state === 'failed' ? 'bad' : 'warn'}">${t(`queue.delivery.${state}`)}</span></td>
          <td><code>${code ?? '–'}</code></td>
          <td class="number">${attempts}</td>
          <td>
            <div class="actions">
              ${(['send-again', 'drop'] as const).map((decision) => press(asked, '/staff/delivery', t(`queue.${decision}`), { id, decision }))}
            </div>
          </td>
        </tr>`,
    ),
  );
}

function tableOf({ t }: Asked, label: string, columns: readonly string[], rows: readonly Html[]): Html {
  if (rows.length === 0) return html`<p class="quiet">${t('queue.empty')}</p>`;
  return table(
    label,
    columns.map((key) => t(`queue.column.${key}`)),
    rows,
  );
}

const shown = 200;
