import EmailReplyParser from 'email-reply-parser';
import { isOneOf, plain, type MailWords } from './mail-words.ts';
import { withoutOlderLetters, type OurLetters } from './older-letters.ts';
import { holdsQuestionMark } from '../../text/question-mark.ts';

/** What a mail's words are read by. */
export type Reading = { readonly words: MailWords; readonly ours: OurLetters };

/**
 * What the person wrote themselves: without older letters, signature, closing and what programs and houses write below.
 * @param name who wrote, as their mail program gives it: alone at the end it is a signature
 */
export function visibleText(text: string, { words, ours }: Reading, name: string): string {
  const own = withoutOlderLetters(shortLines(text).split('\n'), ours, words);
  const before = ended(withoutDisclaimer(own, words), words);
  const visible = new EmailReplyParser().parseReply(before.join('\n').replace(signature, ''));
  const lines = withoutClosing(ended(visible.split('\n'), words), words);
  return withoutName(lines, name).join('\n').trim();
}

/** The parser's patterns take quadratic time on one long line. */
function shortLines(text: string): string {
  return text.replaceAll(/[^\n]{900}/g, '$&\n');
}

/** Without the lines at the end that a telephone or a guard against viruses adds. */
function ended(lines: readonly string[], { added }: MailWords): readonly string[] {
  let end = lines.length;
  while (end > 0 && (lines[end - 1]?.trim() === '' || isOneOf(lines[end - 1] ?? '', added))) end -= 1;
  return lines.slice(0, end);
}

function withoutDisclaimer(lines: readonly string[], { disclaimers }: MailWords): readonly string[] {
  const at = lines.findIndex(
    (line, n) =>
      line.trim() !== '' && !holdsQuestionMark(line) && isOneOf(lines.slice(n, n + 2).join(' '), disclaimers),
  );
  return at > 0 ? lines.slice(0, at) : lines;
}

/** A closing near the end and the few short lines under it: a name, a course, a telephone. */
function withoutClosing(lines: readonly string[], { closings }: MailWords): readonly string[] {
  const at = lines.findLastIndex((line) => isClosing(line, closings));
  return at >= 0 && isSignature(lines.slice(at + 1)) ? lines.slice(0, at) : lines;
}

/** "Best regards", also with the name in the same line. */
function isClosing(line: string, closings: readonly string[]): boolean {
  if (isOneOf(line, closings)) return true;
  const [, closing = '', names = ''] = /^(.{3,40}?)[,.!]\s*((?:\p{Lu}[\p{L}.'’-]*\s*){1,3})$/u.exec(line.trim()) ?? [];
  return names !== '' && isOneOf(closing, closings);
}

/** The writer's name as a paragraph of its own at the end, and what stands below it. */
function withoutName(lines: readonly string[], name: string): readonly string[] {
  const names = new Set(
    plain(name)
      .split(' ')
      .filter((word) => word.length > 1),
  );
  const at = lines.findLastIndex((line, n) => n > 0 && lines[n - 1]?.trim() === '' && isNameOf(line, names));
  return at > 0 && isSignature(lines.slice(at + 1)) ? lines.slice(0, at) : lines;
}

function isNameOf(line: string, names: ReadonlySet<string>): boolean {
  const words = plain(line).split(' ');
  return words.length <= 4 && words.some((word) => names.has(word));
}

function isSignature(lines: readonly string[]): boolean {
  const written = lines.filter((line) => line.trim() !== '');
  return written.length <= longestSignature && written.every((line) => line.length < 60 && !holdsQuestionMark(line));
}

const longestSignature = 6;
/** The separator that RFC 3676 gives, and all that follows. */
const signature = /^-- ?$[^]*/m;
