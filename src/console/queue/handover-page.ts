import type { Day } from '../../core/day.ts';
import { replyOf } from '../../conversation/reply.ts';
import { handoverItem, type Handover, type Taken } from '../../ports/queue.ts';
import { languageAmong } from '../../voice/content.ts';
import { html, type Html } from '../../web/html.ts';
import { transcriptPath } from '../conversations/path.ts';
import { press } from '../form.ts';
import type { Asked, Page } from '../page.ts';
import type { Parts } from '../parts.ts';
import { languageNamed } from '../title-of.ts';
import { lasted, when } from '../when.ts';
import { lastOfTalk, readReply, replyForm } from './talk.ts';

type Needed = Pick<Parts, 'queue' | 'journal' | 'speak' | 'current'>;

/** One hand-over: what the student told, the talk, and the reply. */
export function handoverPages(parts: Needed): readonly Page[] {
  const { queue } = parts;
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
        return {
          kind: 'page',
          wide: true,
          title: asked.t('handover.title', { reference: handover.reference }),
          main: html`${about(asked, handover, taken)} ${foreign(asked, handover, parts)}
          ${actions(asked, handover, taken)} ${await lastOfTalk(asked, parts, handover.conversation)}
          ${handover.state === 'open' ? replyForm(asked, '/staff/handover/reply', { reference: handover.reference }) : null}`,
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
      const { person, now } = asked;
      const written = readReply(asked.form);
      if (written === null) return 'nothing-said';
      const item = handoverItem(handover);
      const holder = await queue.take(item, person, now.toISOString());
      if (holder.id !== person.id) return 'taken-by-other';
      const { speaker, redact } = parts.current();
      const language = languageAmong(speaker.languages, handover.language);
      const signed = speaker.say(language, 'colleague:reply', { reference: handover.reference }, asked.today);
      await parts.speak({
        conversation: handover.conversation,
        id: `staff-${written.id}`,
        reply: replyOf(language, `${redact(written.text).text}\n\n${signed}`),
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
  const language = languageAmong(speaker.languages, handover.language);
  const text = speaker.say(language, 'colleague:taken', { reference: handover.reference }, today);
  await speak({
    conversation: handover.conversation,
    id: `taken-${handover.reference}`,
    reply: replyOf(language, text),
  });
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
      <dd>${handover.channel} · ${languageNamed(asked, handover.language)}</dd>
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

/** What a colleague writes goes out as written, in whatever language. */
function foreign(asked: Asked, { language }: Handover, { current }: Pick<Parts, 'current'>): Html | null {
  if (language === null || current().speaker.staffLanguages.includes(language)) return null;
  return html`<p class="hint">${asked.t('handover.written-in', { language: languageNamed(asked, language) })}</p>`;
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

function pathOf({ reference }: Handover): string {
  return `/staff/handover?reference=${encodeURIComponent(reference)}`;
}
