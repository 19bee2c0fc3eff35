import { sayTopic } from '../../conversation/topics/say-topic.ts';
import type { Handover } from '../../ports/queue.ts';
import { languageAmong } from '../../voice/content.ts';
import type { Asked, Page } from '../page.ts';
import type { Parts } from '../parts.ts';
import { namesIn } from '../replies/fields.ts';
import { filled, textFor } from '../replies/fill.ts';
import { handoverPath, keep } from './handover-acts.ts';

type Needed = Pick<Parts, 'queue' | 'current' | 'savedReplies'>;

/** What was chosen is put behind what is written already, and kept; a script puts it into the box without a new page. */
export function insertPage(parts: Needed): Page {
  return {
    path: '/staff/handover/insert',
    role: 'reviewer',
    act: async (asked) => {
      const handover = await parts.queue.handover(asked.form.get('reference') ?? '');
      if (handover === null) return { kind: 'missing' };
      const chosen = await textToPut(parts, asked, handover);
      const written = (asked.form.get('text') ?? '').trim();
      const notice = noticeOf(chosen);
      const text =
        chosen === null
          ? written
          : await keep(parts, asked, handover, [written, chosen.text].filter((each) => each !== '').join('\n\n'));
      if (asked.form.get('quietly') !== 'yes') return { kind: 'go', to: handoverPath(handover), notice };
      return { kind: 'json', value: { text, notice: asked.t(`notice.${notice}`) } };
    },
  };
}

type Chosen = { readonly text: string; readonly inTheirs: boolean };

/** `saved:⟨id⟩` or `answer:⟨id⟩`, as the buttons send it; else what the list of answers shows. */
async function textToPut(parts: Needed, asked: Asked, handover: Handover): Promise<Chosen | null> {
  const put = asked.form.get('put') ?? `answer:${asked.form.get('answer') ?? ''}`;
  const [kind, id] = [put.slice(0, put.indexOf(':')), put.slice(put.indexOf(':') + 1)];
  return kind === 'saved' ? savedReply(parts, asked, handover, id) : answerFor(parts, asked, handover, id);
}

async function savedReply(parts: Needed, asked: Asked, handover: Handover, id: string): Promise<Chosen | null> {
  const { speaker } = parts.current();
  const theirs = languageAmong(speaker.languages, handover.language);
  const reply = await parts.savedReplies.read(id);
  const found = reply === null ? null : textFor(reply, theirs, speaker.staffLanguages);
  if (found === null) return null;
  return { text: filled(asked, parts, handover, found), inTheirs: found.language === theirs };
}

/** What Guichet would answer, in the student's language, on this day; null where nothing holds. */
function answerFor({ current }: Needed, { today }: Asked, { language }: Handover, id: string): Chosen | null {
  const { knowledge, speaker } = current();
  const topic = knowledge.answers.get(id);
  if (topic === undefined) return null;
  const { text, note, valid } = sayTopic(
    { knowledge, speaker },
    topic,
    languageAmong(speaker.languages, language),
    today,
  );
  return valid ? { text: note === null ? text : `${note}\n\n${text}`, inTheirs: note === null } : null;
}

function noticeOf(chosen: Chosen | null): string {
  if (chosen === null) return 'queue.no-such-answer';
  if (namesIn(chosen.text).length > 0) return 'queue.inserted-to-fill';
  return chosen.inTheirs ? 'queue.inserted' : 'queue.inserted-other';
}
