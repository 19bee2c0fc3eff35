import { html, type Html } from '../../web/html.ts';
import { transcriptPath } from '../conversations/path.ts';
import { beside } from '../curation/parts-of-page.ts';
import type { CurationRoom } from '../curation/room.ts';
import { form } from '../form.ts';
import type { Asked, Page } from '../page.ts';
import { progress } from '../told/pages.ts';
import { when } from '../when.ts';

/** Logged conversations through the present code and knowledge: what comes out otherwise, turn by turn. */
export function replayPages(room: CurationRoom): readonly Page[] {
  return [
    {
      path: '/staff/replay',
      role: 'curator',
      show: async (asked) => {
        const { t, query } = asked;
        const state = room.replays.state(query.get('id') ?? '');
        const turns = (state?.changed ?? []).map(
          (turn) =>
            html`<details class="differs">
              <summary>
                ${turn.text}
                <span class="quiet"
                  >${turn.then.intent ?? turn.then.decision} → ${turn.now.intent ?? turn.now.decision}</span
                >
              </summary>
              <p class="quiet">
                ${when(asked, turn.at)} · ${turn.channel} ·
                <a href="${transcriptPath(turn.conversation, turn.position)}">${t('curation:replay.transcript')}</a>
              </p>
              ${beside(asked, turn.then.reply, turn.now.reply)}
            </details>`,
        );
        const main = html`<p class="lead">${t('curation:replay.lead')}</p>
          ${filterForm(asked)} ${state === null ? null : progress(asked, state)} ${turns}`;
        return Promise.resolve({ kind: 'page', title: t('curation:replay.title'), wide: true, main });
      },
      act: async ({ form: fields, today, audit }) => {
        const given = (name: string): string | undefined => {
          const value = (fields.get(name) ?? '').trim();
          return value === '' ? undefined : value.slice(0, 100);
        };
        const intent = given('intent');
        const limit = Math.min(Math.max(1, Number(given('limit') ?? '1000') || 1000), 100_000);
        const filter = {
          from: given('from'),
          until: given('until'),
          channel: given('channel'),
          decision: given('decision'),
          ...(intent !== undefined && { intents: [intent] }),
        };
        const id = room.replays.begin({ filter, limit, before: null, today });
        await audit('replay', { limit });
        return { kind: 'go', to: `/staff/replay?id=${id}` };
      },
    },
  ];
}

function filterForm(asked: Asked): Html {
  const { t } = asked;
  const field = (name: string, type: string): Html =>
    html`<label for="${name}">${t(`curation:replay.${name}`)}</label>
      <input id="${name}" name="${name}" type="${type}" />`;
  const fields = html`${field('from', 'date')} ${field('until', 'date')} ${field('channel', 'text')}
    ${field('decision', 'text')} ${field('intent', 'text')}
    <label for="limit">${t('curation:replay.limit')}</label>
    <input id="limit" name="limit" type="number" min="1" max="100000" value="1000" />
    <button class="button">${t('curation:replay.go')}</button>`;
  return form(asked, '/staff/replay', fields, 'inline');
}
