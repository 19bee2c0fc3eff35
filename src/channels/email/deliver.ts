import type { Day } from '../../core/day.ts';
import type { LetterContent } from '../../ports/drafts.ts';
import { mailCodeMinutes } from '../../ports/mail-codes.ts';
import type { Claimed, CodeContent, DangerContent, HandoverContent, Sender } from '../../ports/outbox.ts';
import type { SpokenContent } from '../../ports/speak.ts';
import { withQuotes } from '../quoted-words.ts';
import { toText, type Say } from '../render-text.ts';
import { writeDanger } from './danger-letter.ts';
import { writeHandover, type HandoverParts } from './handover-letter.ts';
import { writeLetter } from './letter.ts';
import { mailWordsOf, type MailWords } from './mail-words.ts';
import { openingIn } from './opening.ts';
import type { OwnIds } from './own-ids.ts';
import type { Envelope, PostOffice } from './send-mail.ts';
import { mailWhere, type MailWhere } from './where.ts';
import { bareSubject } from './subject.ts';
import { withoutLinks } from './without-links.ts';

export type DeliverParts = HandoverParts & {
  readonly office: PostOffice;
  readonly ids: OwnIds;
  /** The day whose figures a letter's own sentences show. */
  readonly today: () => Day;
  /** Where hand-overs go. */
  readonly handoversTo: () => string;
  /** A link that goes on with the conversation in the web chat; null without a public address. */
  readonly continueAt: (conversation: string) => Promise<string | null>;
};

/** Sends what the outbox holds for mail: answers, approved drafts, what is said outside a turn, hand-overs and dangers for the desk. */
export function createMailSender(parts: DeliverParts): Sender {
  return async (delivery) => {
    const content = delivery.content as LetterContent | SpokenContent | HandoverContent | CodeContent | DangerContent;
    if (content.kind === 'code') {
      // The address may be a stranger's: no id or link in it names the conversation.
      const messageId = `<${parts.ids.of('code', delivery.id)}>`;
      return parts.office.post({ ...codeLetter(parts, content), messageId, headers: byProgram });
    }
    const messageId = `<${parts.ids.of(delivery.conversation, delivery.id)}>`;
    if (content.kind === 'handover') {
      const letter = await writeHandover(parts, { conversation: delivery.conversation, reference: content.reference });
      return parts.office.post({ ...letter, to: parts.handoversTo(), messageId, headers: byProgram });
    }
    if (content.kind === 'danger') {
      const letter = writeDanger(parts, { ...content, conversation: delivery.conversation });
      return parts.office.post({ ...letter, to: parts.handoversTo(), messageId, headers: byProgram });
    }
    return parts.office.post({ ...(await toStudent(parts, delivery, content)), messageId });
  };
}

function codeLetter({ current, today }: DeliverParts, { to, language, code }: CodeContent): Envelope {
  const say: Say = (tongue, key, values) => current().speaker.say(tongue, key, values, today());
  const sections = [{ heading: null, text: say(language, 'mail:code.text', { code, minutes: mailCodeMinutes }) }];
  const opening = openingIn(current().speaker, language, 'usual');
  const letter = writeLetter({ language, sections, continueAt: null, opening, answerable: false }, say);
  return { ...letter, to, subject: say(language, 'mail:code.subject') };
}

async function toStudent(
  { current, continueAt, today }: DeliverParts,
  { conversation }: Claimed,
  content: LetterContent | SpokenContent,
): Promise<Envelope> {
  const { speaker, knowledge } = current();
  const say: Say = (language, key, values) => speaker.say(language, key, values, today());
  const where = mailWhere(content.where);
  const language = content.kind === 'letter' ? content.language : content.reply.language;
  const unlinked = (text: string) => withoutLinks(text, say(language, 'mail:link'));
  const sections =
    content.kind === 'letter'
      ? content.sections
      : [{ heading: null, text: toText(withQuotes(content.reply, unlinked), { say }) }];
  const urgent = content.kind === 'letter' && content.urgent === true;
  const goOn = urgent ? null : await continueAt(conversation);
  const register = content.kind === 'letter' ? (content.register ?? 'usual') : 'usual';
  const opening = urgent ? null : openingIn(speaker, language, register);
  const parts = { language, sections, continueAt: goOn, opening, answerable: !urgent, urgent };
  const letter = writeLetter(parts, say);
  return {
    ...letter,
    ...thread(where, unlinked, mailWordsOf(knowledge.mail)),
    headers: content.kind === 'letter' && content.automatic === true ? byProgram : {},
  };
}

/** Subject and name are the other side's words: no link in them gets on. */
function thread(
  { to, name, subject, inReplyTo, references }: MailWhere,
  unlinked: (text: string) => string,
  words: MailWords,
): Partial<Envelope> {
  return {
    to: { address: to, name: unlinked(name).replaceAll(/\s+/g, ' ').slice(0, longestName) },
    subject: `Re: ${unlinked(bareSubject(subject, words))}`,
    ...(inReplyTo !== null && { inReplyTo: `<${inReplyTo}>` }),
    ...(references.length > 0 && { references: references.map((id) => `<${id}>`) }),
  };
}

const longestName = 100;

/** RFC 3834; the second header is what Exchange reads. */
const byProgram = { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' };
