import type { Emergency } from '../../ports/emergencies.ts';
import { html, type Html } from '../../web/html.ts';
import { press } from '../form.ts';
import type { Asked } from '../page.ts';
import { table } from '../table.ts';
import { languageNamed } from '../title-of.ts';
import { lasted, when } from '../when.ts';

/** What comes before everything else that waits; where there is nothing, one line says so. */
export function emergencyTable(asked: Asked, emergencies: readonly Emergency[]): Html {
  const { t, now } = asked;
  if (emergencies.length === 0) return html`<p class="quiet">${t('queue.empty')}</p>`;
  return table(
    t('queue.emergencies'),
    ['danger', 'when', 'language', 'channel', 'seen', 'mark'].map((key) => t(`queue.column.${key}`)),
    emergencies.map(
      (emergency) =>
        html`<tr>
          <th scope="row">
            <a href="${emergencyPath(emergency)}">${t(`danger.kind.${emergency.kind}`)}</a>
            ${degreeTag(asked, emergency)}
          </th>
          <td>${when(asked, emergency.at)} · ${lasted(asked, emergency.at, now)}</td>
          <td>${languageNamed(asked, emergency.language)}</td>
          <td>${emergency.channel}</td>
          <td>${emergency.seen?.name ?? html`<span class="tag warn">${t('danger.unseen')}</span>`}</td>
          <td>${markers(asked, emergency)}</td>
        </tr>`,
    ),
  );
}

/** "Seen" and "done", for what the colleague has before them. */
export function markers(asked: Asked, { conversation, turn, seen }: Emergency): Html {
  const { t } = asked;
  const upTo = { conversation, turn: String(turn) };
  return html`<div class="actions">
    ${seen === null ? press(asked, '/staff/emergency/seen', t('danger.see'), upTo) : null}
    ${press(asked, '/staff/emergency/done', t('danger.finish'), upTo)}
  </div>`;
}

export function dangerTag(asked: Asked, emergency: Emergency): Html {
  return html`${asked.t(`danger.kind.${emergency.kind}`)} ${degreeTag(asked, emergency)}`;
}

export function emergencyPath({ conversation }: Pick<Emergency, 'conversation'>): string {
  return `/staff/emergency?${new URLSearchParams({ conversation }).toString()}`;
}

function degreeTag({ t }: Asked, { degree }: Emergency): Html {
  return html`<span class="tag ${degree === 'certain' ? 'bad' : 'warn'}">${t(`danger.degree.${degree}`)}</span>`;
}
