import { randomUUID } from 'node:crypto';
import type { Day } from '../../core/day.ts';
import { replyOf } from '../../conversation/reply.ts';
import { handoverItem, type Handover, type Taken } from '../../ports/queue.ts';
import { html, type Html } from '../../web/html.ts';
import { transcriptPath } from '../conversations/path.ts';
import { saidTo } from '../conversations/said.ts';
import { turnsOf } from '../conversations/turns-of.ts';
import { form, press } from '../form.ts';
import type { Asked, Page } from '../page.ts';
import type { Parts } from '../parts.ts';
import { lasted, when } from '../when.ts';

type Needed = Pick<Parts, 'queue' | 'journal' | 'speak' | 'current'>;

/** One hand-over: what the student told, the talk, and the reply. */
export function handoverPages(parts: Needed): readonly Page[] {
  const { queue, journal } = parts;
  return [
    {
      path: '/staff/handover',
      role: 'reviewer',
      show: async (asked) => {
        const handover = await queue.handover(asked.query.get('reference') ?? '');
        if (handover === null) return { kind: 'missing' };
        await asked.audit('queue.read', { reference: handover.reference });
        const { item } = handoverItem(handover);
        const taken = (await queue.holders([item])).get(item);
        const turns = turnsOf(await journal.read(handover.conversation, 0, 400)).slice(-turnsShown);
        return {
          kind: 'page',
          wide: true,
          title: asked.t('handover.title', { reference: handover.reference }),
          main: html`${about(asked, handover, taken)} ${actions(asked, handover, taken)}
            <ol class="transcript plain">
              ${turns.map(
                ({ heard, said, position }) =>
                  html`<li id="m${position}">
                    <div class="talk">
                      ${heard === null || heard.text.trim() === '' ? null : html`<p class="bubble question">${heard.text}</p>`}
                      ${said.map((entry) => saidTo(asked, entry))}
                    </div>
                  </li>`,
              )}
            </ol>
            ${handover.state === 'open' ? replyForm(asked, handover) : null}`,
        };
      },
    },
    handoverAction(parts, 'take', async (asked, handover) => {
      const { person, now } = asked;
      const holder = await queue.take(handoverItem(handover), person, now.toISOString());
      await asked.audit('queue.take', { reference: handover.reference, has: holder.name });
      if (holder.id !== person.id) return 'taken-by-other';
      await tellTaken(parts, handover, asked.today);
      return 'taken';
    }),
    handoverAction(parts, 'release', async (asked, handover) => {
      await queue.release(handoverItem(handover), asked.person);
      await asked.audit('queue.release', { reference: handover.reference });
      return 'released';
    }),
    handoverAction(parts, 'reply', async (asked, handover) => {
      const { person, now, form: fields } = asked;
      const text = (fields.get('text') ?? '').trim();
      const id = fields.get('reply') ?? '';
      if (text === '' || !/^[0-9a-f-]{36}$/.test(id)) return 'nothing-said';
      const item = handoverItem(handover);
      const holder = await queue.take(item, person, now.toISOString());
      if (holder.id !== person.id) return 'taken-by-other';
      const { speaker, redact } = parts.current();
      const language = languageFor(handover, speaker.languages);
      const signed = speaker.say(language, 'staff:said.reply', { reference: handover.reference }, asked.today);
      await parts.speak({
        conversation: handover.conversation,
        id: `staff-${id}`,
        reply: replyOf(language, `${redact(text).text}\n\n${signed}`),
      });
      await queue.answered(item, person, now.toISOString());
      await asked.audit('queue.reply', { reference: handover.reference });
      return 'replied';
    }),
    handoverAction(parts, 'close', async (asked, handover) => {
      const closed = await queue.close(handover.reference, asked.person, asked.now.toISOString());
      await asked.audit('queue.close', { reference: handover.reference, closed });
      return closed === 'closed' ? 'closed' : 'closed-before';
    }),
  ];
}

function handoverAction(
  { queue }: Needed,
  name: string,
  act: (asked: Asked, handover: Handover) => Promise<string>,
): Page {
  return {
    path: `/staff/handover/${name}`,
    role: 'reviewer',
    act: async (asked) => {
      const handover = await queue.handover(asked.form.get('reference') ?? '');
      if (handover === null) return { kind: 'missing' };
      const notice = await act(asked, handover);
      return { kind: 'go', to: pathOf(handover), notice: `queue.${notice}` };
    },
  };
}

/** The student reads that somebody is at it; by mail nobody is sent a letter for that. */
async function tellTaken({ speak, current }: Needed, handover: Handover, today: Day): Promise<void> {
  if (handover.channel === 'email') return;
  const { speaker } = current();
  const language = languageFor(handover, speaker.languages);
  const text = speaker.say(language, 'staff:said.taken', { reference: handover.reference }, today);
  await speak({
    conversation: handover.conversation,
    id: `taken-${handover.reference}`,
    reply: replyOf(language, text),
  });
}

function languageFor({ language }: Handover, spoken: readonly string[]): string {
  return language !== null && spoken.includes(language) ? language : (spoken[0] ?? 'en');
}

function about(asked: Asked, handover: Handover, taken: Taken | undefined): Html {
  const { t, now } = asked;
  const facts = Object.entries(handover.facts);
  const waiting = handover.state === 'open' && (taken?.answeredAt ?? null) === null;
  return html`<dl>
      <dt>${t('queue.column.reason')}</dt>
      <dd>${t(`queue.reason.${handover.reason}`)}</dd>
      <dt>${t('handover.since')}</dt>
      <dd>
        ${when(asked, handover.at)}${waiting ? html` · <span class="tag warn">${lasted(asked, handover.at, now)}</span>` : null}
      </dd>
      <dt>${t('queue.column.channel')}</dt>
      <dd>${handover.channel} · ${handover.language}</dd>
      <dt>${t('queue.column.holder')}</dt>
      <dd>${taken?.holder?.name ?? '–'}</dd>
      ${facts.map(
        ([name, value]) =>
          html`<dt>${name}</dt>
            <dd>${typeof value === 'string' ? value : JSON.stringify(value)}</dd>`,
      )}
    </dl>
    <p><a href="${transcriptPath(handover.conversation)}">${t('handover.transcript')}</a></p>`;
}

function actions(asked: Asked, { reference, state }: Handover, taken: Taken | undefined): Html | null {
  const { t, person } = asked;
  if (state === 'closed') return html`<p><span class="tag good">${t('queue.closed')}</span></p>`;
  const holder = taken?.holder ?? null;
  return html`<div class="actions">
    ${holder === null ? press(asked, '/staff/handover/take', t('handover.take'), { reference }) : null}
    ${holder?.id === person.id ? press(asked, '/staff/handover/release', t('handover.release'), { reference }) : null}
    ${press(asked, '/staff/handover/close', t('handover.close'), { reference })}
  </div>`;
}

function replyForm(asked: Asked, { reference }: Handover): Html {
  const { t } = asked;
  // The page's own number for the reply: sent twice by mistake it is said once.
  const fields = html`<input type="hidden" name="reference" value="${reference}" />
    <input type="hidden" name="reply" value="${randomUUID()}" />
    <label for="text">${t('handover.reply')}</label>
    <p class="hint" id="text-hint">${t('handover.hint')}</p>
    <textarea id="text" name="text" rows="6" maxlength="8000" required aria-describedby="text-hint"></textarea>
    <button class="button">${t('handover.send')}</button>`;
  return form(asked, '/staff/handover/reply', fields, 'stacked');
}

function pathOf({ reference }: Handover): string {
  return `/staff/handover?reference=${encodeURIComponent(reference)}`;
}

const turnsShown = 40;
