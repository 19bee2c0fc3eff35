import { replyOf } from '../../conversation/reply.ts';
import type { ChangedTurn, ReplayState } from '../../replay/state.ts';
import { html, type Html } from '../../web/html.ts';
import { beside } from '../curation/parts-of-page.ts';
import type { CurationRoom } from '../curation/room.ts';
import { form } from '../form.ts';
import type { Asked, Outcome, Page } from '../page.ts';
import type { Parts } from '../parts.ts';
import { when } from '../when.ts';
import { transcriptPath } from '../conversations/path.ts';

type Needed = Pick<Parts, 'current'> & { readonly room: CurationRoom };

/** After a correction: who got the wrong figure or verdict, and telling them through their channel. */
export function toldPages({ current, room }: Needed): readonly Page[] {
  return [
    {
      path: '/staff/told/begin',
      role: 'curator',
      act: async ({ form: fields, today, audit }) => {
        const change = await room.changes.read(fields.get('change') ?? '');
        if (change?.state !== 'published' || change.decided === null) return { kind: 'missing' };
        const id = room.replays.begin({
          filter: { until: change.decided.at },
          limit: mostConversations,
          before: new Map(change.files.map(({ file, before }) => [file, before])),
          today,
        });
        await audit('told.search', { change: change.id });
        return { kind: 'go', to: `/staff/told?${new URLSearchParams({ id, change: change.id }).toString()}` };
      },
    },
    {
      path: '/staff/told',
      role: 'curator',
      formBytes: 500_000,
      show: async (asked) => toldPage(asked, room),
      act: async (asked) => {
        const id = asked.form.get('id') ?? '';
        const state = room.replays.state(id);
        const wanted = new Set(asked.form.getAll('turn'));
        const turns = (state?.changed ?? []).filter((turn) => wanted.has(keyOf(turn)));
        const note = current()
          .redact((asked.form.get('note') ?? '').slice(0, 2000), { by: asked.person.name })
          .text.trim();
        let told = 0;
        for (const turn of turns) told += (await tell(asked, room, current().speaker, turn, note)) ? 1 : 0;
        await asked.audit('told.tell', { conversations: told });
        const query = new URLSearchParams({ id, change: asked.form.get('change') ?? '' });
        return { kind: 'go', to: `/staff/told?${query.toString()}`, notice: 'curation:told.done' };
      },
    },
  ];
}

/** Noted after it was said: a process that dies in between says it again under the same id, which says nothing twice. */
async function tell(
  asked: Asked,
  room: CurationRoom,
  speaker: ReturnType<Parts['current']>['speaker'],
  turn: ChangedTurn,
  note: string,
): Promise<boolean> {
  const { conversation, position, language, text } = turn;
  if ((await room.corrections.told(conversation)).has(position)) return false;
  const activity = `correction-${position}`;
  const words = speaker.say(language, 'curation:told.letter', { question: text, answer: turn.now.reply }, asked.today);
  const outcome = await room.speak({
    conversation,
    id: activity,
    reply: replyOf(language, note === '' ? words : `${words}\n\n${note}`, { quotes: [text] }),
  });
  if (outcome !== 'said') return false;
  await room.corrections.note({ conversation, position, activity, by: asked.person.id, at: asked.now.toISOString() });
  return true;
}

async function toldPage(asked: Asked, room: CurationRoom): Promise<Outcome> {
  const { t, query } = asked;
  const [id, change] = [query.get('id') ?? '', query.get('change') ?? ''];
  const state = room.replays.state(id);
  if (state === null)
    return { kind: 'page', title: t('curation:told.title'), main: html`<p>${t('curation:told.gone')}</p>` };
  const conversations = [...new Set(state.changed.map(({ conversation }) => conversation))];
  const before = new Map(
    await Promise.all(conversations.map(async (each) => [each, await room.corrections.told(each)] as const)),
  );
  const wasTold = ({ conversation, position }: ChangedTurn) => before.get(conversation)?.has(position) === true;
  const fields = html`<input type="hidden" name="id" value="${id}" /><input
      type="hidden"
      name="change"
      value="${change}"
    />
    ${state.changed.map((turn) => turnShown(asked, turn, wasTold(turn)))}
    <label for="note">${t('curation:told.note')}</label>
    <textarea id="note" name="note" rows="3" maxlength="2000"></textarea>
    <button class="button">${t('curation:told.tell')}</button>`;
  const main = html`<p class="lead">${t('curation:told.lead')}</p>
    ${progress(asked, state)} ${state.changed.length === 0 ? null : form(asked, '/staff/told', fields, 'stacked')}`;
  return { kind: 'page', title: t('curation:told.title'), wide: true, main };
}

function turnShown(asked: Asked, turn: ChangedTurn, told: boolean): Html {
  const { t } = asked;
  const box = told
    ? html`<span class="tag good">${t('curation:told.already')}</span>`
    : html`<label
        ><input type="checkbox" name="turn" value="${keyOf(turn)}" checked /> ${t('curation:told.this')}</label
      >`;
  return html`<div class="differs">
    <p>
      ${box} ${when(asked, turn.at)} · ${turn.channel} ·
      <a href="${transcriptPath(turn.conversation, turn.position)}">${turn.text}</a>
    </p>
    ${beside(asked, turn.then.reply, turn.now.reply)}
  </div>`;
}

/** How far a search through the conversations is. */
export function progress({ t }: Asked, state: ReplayState): Html {
  const running = state.stage === 'reading' || state.stage === 'replaying';
  const { conversations, replayed, turns, changing } = state;
  const status =
    state.stage === 'failed'
      ? t('curation:preview.failed', { problem: state.problem ?? '' })
      : t(`curation:replay.${state.stage}`, { conversations, replayed, turns, count: changing });
  return html`<p role="status" ${running ? html`data-refresh="2"` : null}>
    ${status} ${running ? html`<a href="">${t('curation:preview.look-again')}</a>` : null}
  </p>`;
}

function keyOf({ conversation, position }: ChangedTurn): string {
  return `${position} ${conversation}`;
}

/** A school has fewer in the time that transcripts are kept. */
const mostConversations = 100_000;
