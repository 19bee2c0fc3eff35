import type { Handover } from '../../ports/queue.ts';
import { html, type Html } from '../../web/html.ts';
import type { Asked } from '../page.ts';
import type { Parts } from '../parts.ts';
import { table } from '../table.ts';
import { languageNamed } from '../title-of.ts';
import { lasted, when } from '../when.ts';
import { titleOfConcern } from './concern.ts';
import { handoverPath } from './handover-acts.ts';
import { stateTag } from './state-tag.ts';

/** Hand-overs, those first that wait for whoever looks: what nobody has, what is theirs, the others; those answered last. */
export function handoverTable(
  asked: Asked,
  handovers: readonly Handover[],
  current: ReturnType<Parts['current']>,
): Html {
  const { t, now, person } = asked;
  if (handovers.length === 0) return html`<p class="quiet">${t('queue.empty')}</p>`;
  const columns = ['opening', 'state', 'waiting', 'holder', 'reason', 'channel', 'reference'];
  const label = (key: string) => t(`queue.column.${key}`);
  const rows = handovers
    .toSorted((a, b) => rankOf(a, person.id) - rankOf(b, person.id))
    .map((handover) => {
      const { reference, reason, channel, language, waitsSince, answeredAt, at, holder } = handover;
      return html`<tr>
        <th scope="row"><a href="${handoverPath(handover)}">${titleOfConcern(asked, handover, current)}</a></th>
        <td>${stateTag(asked, handover)}</td>
        <td>${waitsSince === null ? when(asked, answeredAt ?? at) : lasted(asked, waitsSince, now)}</td>
        <td>${holder?.name ?? t('handover:nobody')}</td>
        <td>${t(`queue.reason.${reason}`)}</td>
        <td>${channel} · ${languageNamed(asked, language)}</td>
        <td>${reference}</td>
      </tr>`;
    });
  return table(t('queue.handovers'), columns.map(label), rows);
}

/** Within a rank they stay as they came: the oldest first. */
function rankOf({ state, holder }: Handover, me: string): number {
  if (state === 'waiting' || state === 'closed') return 2;
  return holder === null || holder.id === me ? 0 : 1;
}
