import type { MailFile } from '../../knowledge/mail-schema.ts';
import { fold } from '../../text/fold.ts';
import { ofEach } from '../../text/remember.ts';

/** How mail speaks in every language that is read, as plain data: it goes to the thread that reads. */
export type MailWords = { readonly [list in Exclude<keyof MailFile, 'headers' | 'greetings'>]: readonly string[] } & {
  readonly headers: { readonly [line in keyof MailFile['headers']]: readonly string[] };
  readonly greetings: { readonly [kind in keyof MailFile['greetings']]: readonly string[] };
};

/** They are looked up at every mail, and change with the knowledge alone. */
export const mailWordsOf = ofEach((mail: Readonly<Record<string, MailFile>>): MailWords => {
  const files = Object.values(mail);
  const all = (read: (file: MailFile) => readonly string[]) => [...new Set(files.flatMap(read).map(patternOf))];
  return {
    noReply: all(({ noReply }) => noReply),
    automatic: all(({ automatic }) => automatic),
    away: all(({ away }) => away),
    invitations: all(({ invitations }) => invitations),
    closings: all(({ closings }) => closings),
    added: all(({ added }) => added),
    disclaimers: all(({ disclaimers }) => disclaimers),
    stubs: all(({ stubs }) => stubs),
    prefixes: all(({ prefixes }) => prefixes),
    forwards: all(({ forwards }) => forwards),
    emptySubjects: all(({ emptySubjects }) => emptySubjects),
    headers: {
      from: all(({ headers }) => headers.from),
      sent: all(({ headers }) => headers.sent),
      to: all(({ headers }) => headers.to),
      subject: all(({ headers }) => headers.subject),
    },
    greetings: {
      formal: all(({ greetings }) => greetings.formal),
      plain: all(({ greetings }) => greetings.plain),
    },
  };
});

/** One spelling for a line: folded, without punctuation. */
export function plain(text: string): string {
  return fold(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The letters and figures alone: however a sentence was wrapped, marked or quoted, it is the same. */
export function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

/** Whether the line is one of these, `*` being any words. Takes linear time in the line. */
export function isOneOf(line: string, patterns: readonly string[]): boolean {
  const words = plain(line);
  return words !== '' && patterns.some((pattern) => fits(words, pattern));
}

function fits(words: string, pattern: string): boolean {
  const parts = pattern.split('*');
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if (parts.length === 1) return words === pattern;
  let at = first.length;
  if (!words.startsWith(first) || !words.endsWith(last)) return false;
  for (const part of parts.slice(1, -1)) {
    const found = words.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return words.length - last.length >= at;
}

/** In the spelling of lines, with its `*`. */
function patternOf(text: string): string {
  return text
    .split('*')
    .map((part, n) =>
      n === 0 ? `${plain(part)}${/\s$/.test(part) ? ' ' : ''}` : `${/^\s/.test(part) ? ' ' : ''}${plain(part)}`,
    )
    .join('*');
}
