import { replyOf } from '../../conversation/reply.ts';
import type { Emergency } from '../../ports/emergencies.ts';
import { languageAmong } from '../../voice/content.ts';
import { html, type Html } from '../../web/html.ts';
import { transcriptPath } from '../conversations/path.ts';
import type { Asked, Page } from '../page.ts';
import type { Parts } from '../parts.ts';
import { languageNamed } from '../title-of.ts';
import { lasted, when } from '../when.ts';
import { dangerTag, emergencyPath, markers } from './emergency-list.ts';
import { lastOfTalk, readReply, replyForm } from './talk.ts';

type Needed = Pick<Parts, 'emergencies' | 'journal' | 'speak' | 'current'>;

/** One conversation in which danger was heard: the talk, a way to write into it, and who looks after it. */
export function emergencyPages(parts: Needed): readonly Page[] {
  const { emergencies } = parts;
  return [
    {
      path: '/staff/emergency',
      role: 'reviewer',
      show: async (asked) => {
        const emergency = await emergencies.of(asked.query.get('conversation') ?? '');
        if (emergency === null) return { kind: 'missing' };
        const { conversation } = emergency;
        await asked.audit('emergency.read', { conversation });
        return {
          kind: 'page',
          wide: true,
          title: asked.t('danger.title'),
          main: html`${about(asked, emergency)} ${await lastOfTalk(asked, parts, conversation)}
          ${replyForm(asked, '/staff/emergency/reply', { conversation, turn: String(emergency.turn) })}`,
        };
      },
    },
    emergencyAction(parts, 'seen', async (asked, { conversation }, turn) => {
      const { person, now } = asked;
      const seen = await emergencies.see({ conversation, turn }, person, now.toISOString());
      await asked.audit('emergency.seen', { conversation, has: seen?.name ?? null });
      return seen === null || seen.id === person.id ? 'seen' : 'seen-by-other';
    }),
    emergencyAction(parts, 'done', async (asked, { conversation }, turn) => {
      const { person, now } = asked;
      const outcome = await emergencies.done({ conversation, turn }, person, now.toISOString());
      await asked.audit('emergency.done', { conversation, outcome });
      return outcome === 'done' ? 'done' : 'done-before';
    }),
    emergencyAction(parts, 'reply', async (asked, emergency, turn) => {
      const written = readReply(asked.form);
      if (written === null) return 'nothing-said';
      const { conversation } = emergency;
      const { person, now, today } = asked;
      const { speaker, redact } = parts.current();
      const language = languageAmong(speaker.languages, emergency.language);
      const text = `${redact(written.text, { by: person.name }).text}\n\n${speaker.say(language, 'colleague:in-danger', {}, today)}`;
      await parts.speak({ conversation, id: `staff-${written.id}`, reply: replyOf(language, text) });
      await emergencies.see({ conversation, turn }, person, now.toISOString());
      await asked.audit('emergency.reply', { conversation });
      return 'replied';
    }),
  ];
}

/** @param act is told how far the colleague had read: what was heard since stays as it is */
function emergencyAction(
  { emergencies }: Needed,
  name: string,
  act: (asked: Asked, emergency: Emergency, turn: number) => Promise<string>,
): Page {
  return {
    path: `/staff/emergency/${name}`,
    role: 'reviewer',
    act: async (asked) => {
      const emergency = await emergencies.of(asked.form.get('conversation') ?? '');
      const turn = Number(asked.form.get('turn'));
      if (emergency === null || !Number.isSafeInteger(turn)) return { kind: 'missing' };
      const notice = await act(asked, emergency, turn);
      const to = name === 'done' ? '/staff/queue' : emergencyPath(emergency);
      return { kind: 'go', to, notice: `queue.${notice}` };
    },
  };
}

function about(asked: Asked, emergency: Emergency): Html {
  const { t, now } = asked;
  const { at, channel, language, seen, doneAt, doneBy, times, conversation } = emergency;
  return html`<dl>
      <dt>${t('queue.column.danger')}</dt>
      <dd>${dangerTag(asked, emergency)}${times > 1 ? html` · ${t('danger.times', { count: times })}` : null}</dd>
      <dt>${t('queue.column.when')}</dt>
      <dd>${when(asked, at)} · ${lasted(asked, at, now)}</dd>
      <dt>${t('queue.column.channel')}</dt>
      <dd>${channel} · ${languageNamed(asked, language)}</dd>
      <dt>${t('queue.column.seen')}</dt>
      <dd>${seen?.name ?? '–'}</dd>
    </dl>
    <p class="hint">${t('danger.told')}</p>
    <p><a href="${transcriptPath(conversation)}">${t('handover.transcript')}</a></p>
    ${
      doneAt === null
        ? markers(asked, emergency)
        : html`<p><span class="tag good">${t('danger.done')}</span> ${doneBy?.name ?? '–'} · ${when(asked, doneAt)}</p>`
    }`;
}
