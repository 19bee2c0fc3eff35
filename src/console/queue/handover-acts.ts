import { replyOf } from '../../conversation/reply.ts';
import { sayTopic } from '../../conversation/topics/say-topic.ts';
import { handoverItem, type Handover, type Holder } from '../../ports/queue.ts';
import { languageAmong } from '../../voice/content.ts';
import type { Asked, Page } from '../page.ts';
import type { Parts } from '../parts.ts';
import { readReply } from './talk.ts';

type Needed = Pick<Parts, 'queue' | 'speak' | 'current' | 'staff'>;

/** What is done with a hand-over: whose it is, what is said, whether it is over. */
export function handoverActions(parts: Needed): readonly Page[] {
  const { queue, staff } = parts;
  return [
    action(parts, 'take', async (asked, handover) => {
      const holder = await queue.take(handoverItem(handover), asked.person, asked.now.toISOString());
      await asked.audit('queue.take', { reference: handover.reference, has: holder.name });
      if (holder.id !== asked.person.id) return 'taken-by-other';
      await tellTaken(parts, asked, handover, holder);
      return 'taken';
    }),
    action(parts, 'take-over', async (asked, handover) => {
      await hand(parts, asked, handover, asked.person);
      return 'taken';
    }),
    action(parts, 'give', async (asked, handover) => {
      const accounts = await staff.accounts(asked.now.toISOString());
      const to = accounts.find(({ id, awaySince }) => id === asked.form.get('to') && awaySince === null);
      if (to === undefined) return 'nobody-there';
      await hand(parts, asked, handover, to);
      return 'given';
    }),
    action(parts, 'release', async (asked, handover) => {
      await queue.release(handoverItem(handover), asked.person);
      await asked.audit('queue.release', { reference: handover.reference });
      return 'released';
    }),
    action(parts, 'reply', (asked, handover) => reply(parts, asked, handover)),
    action(parts, 'keep', async (asked, handover) => {
      await keep(parts, asked, handover);
      return 'kept';
    }),
    action(parts, 'insert', async (asked, handover) => {
      const answer = answerFor(parts, asked, handover);
      if (answer === null) return 'no-such-answer';
      const written = (asked.form.get('text') ?? '').trim();
      await keep(parts, asked, handover, [written, answer].filter((text) => text !== '').join('\n\n'));
      return 'inserted';
    }),
    action(parts, 'note', async (asked, handover) => {
      const written = (asked.form.get('note') ?? '').trim().slice(0, mostOfNote);
      if (written === '') return 'nothing-noted';
      const text = parts.current().redact(written).text;
      const { person: by, now } = asked;
      await queue.note(handover, { id: crypto.randomUUID(), by, at: now.toISOString(), text });
      await asked.audit('queue.note', { reference: handover.reference });
      return 'noted';
    }),
    action(parts, 'close', (asked, handover) => close(parts, asked, handover)),
    action(parts, 'reopen', async (asked, handover) => {
      const outcome = await queue.reopen(handover.reference);
      await asked.audit('queue.reopen', { reference: handover.reference, outcome });
      return outcome === 'reopened' ? 'reopened' : 'open-already';
    }),
  ];
}

function action({ queue }: Needed, name: string, act: (asked: Asked, handover: Handover) => Promise<string>): Page {
  return {
    path: `/staff/handover/${name}`,
    role: 'reviewer',
    act: async (asked) => {
      const handover = await queue.handover(asked.form.get('reference') ?? '');
      if (handover === null) return { kind: 'missing' };
      const notice = await act(asked, handover);
      // Kept while one types, by a script: nothing is shown anew.
      if (asked.form.get('quietly') === 'yes') return { kind: 'json', value: { notice } };
      return { kind: 'go', to: handoverPath(handover), notice: `queue.${notice}` };
    },
  };
}

/** Theirs now, whoever had it; it is open again where it was closed. */
async function hand(parts: Needed, asked: Asked, handover: Handover, whom: Holder): Promise<void> {
  const { reference } = handover;
  await parts.queue.reopen(reference);
  await parts.queue.hand(handoverItem(handover), whom, asked.now.toISOString());
  await asked.audit('queue.hand', { reference, from: handover.holder?.name ?? null, to: whom.name });
  await tellTaken(parts, asked, handover, whom);
}

async function reply(parts: Needed, asked: Asked, handover: Handover): Promise<string> {
  const { person, now } = asked;
  const written = readReply(asked.form);
  if (written === null) return 'nothing-said';
  const item = handoverItem(handover);
  const holder = await parts.queue.take(item, person, now.toISOString());
  if (holder.id !== person.id || handover.state === 'closed') {
    // Somebody was first: what was typed is there still.
    await keep(parts, asked, handover);
    return handover.state === 'closed' ? 'closed-before' : 'taken-by-other';
  }
  const { speaker, redact } = parts.current();
  const language = languageAmong(speaker.languages, handover.language);
  const { reference } = handover;
  const signed = speaker.say(language, 'colleague:reply', { reference, name: person.name }, asked.today);
  await parts.speak({
    conversation: handover.conversation,
    id: `staff-${written.id}`,
    reply: replyOf(language, `${redact(written.text).text}\n\n${signed}`),
  });
  await parts.queue.answered(item, person, now.toISOString());
  await asked.audit('queue.reply', { reference });
  if (asked.form.get('then') !== 'close') return 'replied';
  await close(parts, asked, handover, 'said');
  return 'replied-closed';
}

/** @param told `said`: an answer was said just now, and tells what to do if it does not help */
async function close(parts: Needed, asked: Asked, handover: Handover, told?: 'said'): Promise<string> {
  const { reference, conversation, channel } = handover;
  const closed = await parts.queue.close(reference, asked.person, asked.now.toISOString());
  await asked.audit('queue.close', { reference, closed });
  if (closed === 'not-open') return 'closed-before';
  const { speaker } = parts.current();
  const language = languageAmong(speaker.languages, handover.language);
  const answered = handover.answeredAt !== null || told === 'said';
  // By mail nobody is sent a letter for that; who was never answered is told nothing of it either.
  if (channel !== 'email' && answered && speaker.has(language, 'colleague:closed')) {
    const text = speaker.say(language, 'colleague:closed', { reference }, asked.today);
    await parts.speak({
      conversation,
      id: `closed-${reference}-${String(asked.now.getTime())}`,
      reply: replyOf(language, text),
    });
  }
  return 'closed';
}

/** What is typed and not sent is kept as it would go out: redacted. */
async function keep(
  { queue, current }: Needed,
  asked: Asked,
  handover: Handover,
  written = asked.form.get('text') ?? '',
): Promise<void> {
  const text = current().redact(written.slice(0, mostOfReply)).text;
  await queue.keepUnsent(handoverItem(handover), asked.person, text, asked.now.toISOString());
  await asked.audit('queue.keep', { reference: handover.reference });
}

/** What Guichet would answer, in the student's language, on this day; null where nothing holds. */
function answerFor({ current }: Needed, { form, today }: Asked, { language }: Handover): string | null {
  const { knowledge, speaker } = current();
  const topic = knowledge.answers.get(form.get('answer') ?? '');
  if (topic === undefined) return null;
  const { text, note, valid } = sayTopic(
    { knowledge, speaker },
    topic,
    languageAmong(speaker.languages, language),
    today,
  );
  if (!valid) return null;
  return note === null ? text : `${note}\n\n${text}`;
}

/** The student reads who is at it, once of each; by mail nobody is sent a letter for that. */
async function tellTaken({ speak, current }: Needed, asked: Asked, handover: Handover, holder: Holder): Promise<void> {
  if (handover.channel === 'email') return;
  const { speaker } = current();
  const { reference, conversation } = handover;
  const language = languageAmong(speaker.languages, handover.language);
  const text = speaker.say(language, 'colleague:taken', { reference, name: holder.name }, asked.today);
  await speak({ conversation, id: `taken-${reference}-${holder.id}`, reply: replyOf(language, text) });
}

export function handoverPath({ reference }: Pick<Handover, 'reference'>): string {
  return `/staff/handover?reference=${encodeURIComponent(reference)}`;
}

const mostOfNote = 4000;
const mostOfReply = 8000;
