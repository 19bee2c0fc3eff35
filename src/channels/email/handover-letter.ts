import createMarkdown from 'markdown-it';
import { languageAmong } from '../../voice/content.ts';
import type { Prepared } from '../../desk/prepare.ts';
import type { Journal, Written } from '../../ports/journal.ts';
import { languageName } from '../../voice/language-names.ts';
import type { Speaker } from '../../voice/speaker.ts';
import { withQuotes } from '../quoted-words.ts';
import type { Envelope } from './send-mail.ts';
import { withoutLinks } from './without-links.ts';

export type HandoverParts = {
  readonly journal: Pick<Journal, 'read'>;
  readonly current: () => Pick<Prepared, 'speaker' | 'knowledge'>;
  /** The staff room, or null where the desk has no public address. */
  readonly staffRoom: string | null;
};

/**
 * Tells the desk of a hand-over, from the journal: redacted, without the student's address, and without links of theirs:
 * a colleague trusts a letter of the desk. The transcript in the staff room has them, as text.
 */
export async function writeHandover(
  { journal, current, staffRoom }: HandoverParts,
  { conversation, reference }: { readonly conversation: string; readonly reference: string },
): Promise<Pick<Envelope, 'subject' | 'text' | 'html'>> {
  const { speaker } = current();
  const entries = await lastOf(journal, conversation);
  const about = entries.find(({ reply }) => reply?.handover?.reference === reference);
  const spoken = about?.reply?.language ?? null;
  const language = languageAmong(speaker.staffLanguages, spoken);
  const say = (key: string, values: Record<string, string> = {}) =>
    speaker.say(language, `mail:handover.${key}`, values);
  const { channel = '', at = '' } = about ?? {};
  const link = speaker.say(language, 'mail:link');
  const text = [
    say('opening', { reference, channel, at: at.slice(0, 16).replace('T', ' ') }),
    ...foreign(speaker, language, spoken),
    say('how'),
    ...(staffRoom === null ? [] : [`${say('open')}: ${staffRoom}`]),
    say('said'),
    ...entries.map((entry) => `${say(entry.direction === 'in' ? 'student' : 'desk')}\n${quoted(said(entry, link))}`),
  ].join('\n\n');
  return { subject: say('subject', { reference }), text: `${text}\n`, html: markdown.render(text) };
}

/** A colleague learns first that what follows is in a language that the staff room does not speak. */
function foreign(speaker: Speaker, language: string, spoken: string | null): readonly string[] {
  if (spoken === null || speaker.staffLanguages.includes(spoken) || !speaker.has(language, writtenIn)) return [];
  return [speaker.say(language, writtenIn, { language: languageName(language, spoken) })];
}

const writtenIn = 'staff:handover.written-in';

async function lastOf(journal: Pick<Journal, 'read'>, conversation: string): Promise<readonly Written[]> {
  let last: readonly Written[] = [];
  for (let after = 0; ;) {
    const page = await journal.read(conversation, after, pageSize);
    const end = page.at(-1);
    if (end === undefined) return last;
    last = [...last, ...page].slice(-mostEntries);
    after = end.position;
  }
}

function said({ direction, text, reply }: Written, mark: string): string {
  if (direction === 'in') return withoutLinks(text, mark);
  return reply === null ? text : withQuotes(reply, (quote) => withoutLinks(quote, mark)).text;
}

function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}

const markdown = createMarkdown({ html: false, linkify: true, breaks: true }).disable('image');
const pageSize = 100;
/** Enough to know what it is about. */
const mostEntries = 20;
