import { createHash } from 'node:crypto';
import { convert } from 'html-to-text';
import { simpleParser, type AddressObject, type Attachment, type EmailAddress, type ParsedMail } from 'mailparser';
import { bothEnds } from '../../conversation/reading/keep-both-ends.ts';
import { AppError } from '../../core/errors.ts';
import { betterCharset, garbled, inCharset, withReadableHeaders } from './decode.ts';
import { isMailAddress } from './mail-address.ts';
import { isOneOf, plain } from './mail-words.ts';

/** A mail as this desk reads it: who wrote, what, and in which thread. */
export type Mail = {
  /** Without angle brackets; made from the bytes where the sender gave none. */
  readonly messageId: string;
  readonly from: Mailbox | null;
  /** How many addresses stand in From: more than one is nobody's (RFC 9989 §11.5). */
  readonly senders: number;
  readonly replyTo: Mailbox | null;
  readonly subject: string;
  /** Plain text, from HTML where there is nothing else, twice `bytesAtEitherEnd` at most: the beginning and the end. */
  readonly text: string;
  /** What of a longer text stands between them, and a little of either: danger is listened for in all of a mail. */
  readonly middle: string;
  readonly inReplyTo: readonly string[];
  readonly references: readonly string[];
  /** Header lines by lower-case name, unfolded, from top to bottom. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  /** How many files came along that somebody attached: none is opened. */
  readonly attachments: number;
  /** Whether it brings an appointment, or the answer to one. */
  readonly invitation: boolean;
  /** Mails that came attached, as bytes. */
  readonly attachedMails: readonly Buffer[];
};

export type Mailbox = { readonly address: string; readonly name: string };

/**
 * @param stubs what a text part says that only points to the HTML
 * @throws AppError mail/too-large, mail/too-many-parts, mail/unreadable
 */
export async function parseMail(raw: Buffer, stubs: readonly string[] = []): Promise<Mail> {
  if (raw.length > mostBytes) throw new AppError('mail/too-large', 'The mail is too large.', { bytes: raw.length });
  const { parsed, text } = await decoded(withReadableHeaders(raw), stubs);
  return {
    messageId: idsIn(parsed.messageId)[0] ?? `${createHash('sha256').update(raw).digest('hex')}@no-message-id`,
    from: firstBox(parsed.from),
    senders: Math.max(boxesIn(parsed.from).length, parsed.headerLines.filter(({ key }) => key === 'from').length),
    replyTo: firstBox(parsed.replyTo),
    subject: (parsed.subject ?? '').replaceAll(/\s+/g, ' ').trim().slice(0, longestSubject),
    text: bothEnds(text, readOf(text)).text,
    middle: middleOf(text),
    inReplyTo: idsIn(parsed.inReplyTo),
    references: idsIn(parsed.references),
    headers: headerLines(parsed),
    attachments: parsed.attachments.filter(isWorthARemark).length,
    invitation: parsed.attachments.some(({ contentType }) => contentType === 'text/calendar'),
    attachedMails: parsed.attachments.filter(isMail).map(({ content }) => content),
  };
}

type Read = { readonly parsed: ParsedMail; readonly text: string };

/** Read once more where the charset is not what the mail says it is. */
async function decoded(raw: Buffer, stubs: readonly string[]): Promise<Read> {
  const first = await readAs(raw, stubs);
  const charset = betterCharset(first.text);
  if (charset === null) return first;
  const second = await readAs(inCharset(raw, charset), stubs);
  return garbled(second.text) < garbled(first.text) ? second : first;
}

async function readAs(raw: Buffer, stubs: readonly string[]): Promise<Read> {
  const parsed = await simpleParser(raw, parserLimits).catch((cause: unknown) => {
    const tooMany = cause instanceof Error && /child nodes/i.test(cause.message);
    throw tooMany
      ? new AppError('mail/too-many-parts', 'The mail has too many parts.', { most: mostParts })
      : new AppError('mail/unreadable', 'The mail cannot be read.', {}, cause);
  });
  return { parsed, text: collapsed(textOf(parsed, stubs)) };
}

function isMail({ contentType }: Attachment): boolean {
  return contentType === 'message/rfc822';
}

/** A paper of the student's; no logo, certificate, card or what one program wraps the mail in for another. */
function isWorthARemark(file: Attachment): boolean {
  if (isMail(file) || file.related || byPrograms.test(file.contentType) || file.filename === 'winmail.dat')
    return false;
  const isPicture = file.contentType.startsWith('image/');
  return !isPicture || (file.cid === undefined && (file.contentDisposition !== 'inline' || file.size > logoBytes));
}

/** The ids of a Message-ID, In-Reply-To or References header. */
function idsIn(value: string | readonly string[] | undefined): readonly string[] {
  return [value ?? []]
    .flat()
    .flatMap((text) => text.split(/[\s<>]+/).filter((id) => /.@./.test(id)))
    .slice(-mostReferences);
}

function firstBox(addresses: AddressObject | AddressObject[] | undefined): Mailbox | null {
  const [box] = boxesIn(addresses);
  const address = box?.address?.toLowerCase() ?? '';
  return box !== undefined && isMailAddress(address) ? { address, name: box.name } : null;
}

function boxesIn(addresses: AddressObject | AddressObject[] | undefined): readonly EmailAddress[] {
  return [addresses ?? []].flat().flatMap(({ value }) => value.flatMap(withoutGroups));
}

function withoutGroups(box: EmailAddress): readonly EmailAddress[] {
  return box.group ?? [box];
}

function middleOf(text: string): string {
  const each = readOf(text);
  if (text.length <= 2 * each) return '';
  return bothEnds(text.slice(each - seam, seam - each), listenedToAtEitherEnd).text;
}

/** How much at either end: a Chinese character says what others say in several, and takes as long to read. */
function readOf(text: string): number {
  return Math.floor((bytesAtEitherEnd * text.length) / Math.max(1, Buffer.byteLength(text)));
}

/** A mail that has no text of its own, or one that only says that there is HTML, is read from that. */
function textOf({ text, html }: ParsedMail, stubs: readonly string[]): string {
  const written = (text?.trim() ?? '').replaceAll('\r\n', '\n');
  if (html === false || written.length > longestStub) return written;
  const shown = textOfHtml(html);
  const isStub = written.split('\n').every((line) => line.trim() === '' || isOneOf(line, stubs));
  const saysMore = shown.length > 2 * written.length && !plain(shown).includes(plain(written));
  return shown !== '' && (isStub || saysMore) ? shown : written;
}

function textOfHtml(html: string): string {
  return convert(html, {
    wordwrap: false,
    limits: { maxInputLength: longestHtml, maxDepth: 200, maxChildNodes: 5000 },
    selectors: [
      { selector: 'img', format: 'skip' },
      { selector: 'a', options: { ignoreHref: true } },
      { selector: 'h1', options: { uppercase: false } },
      { selector: 'h2', options: { uppercase: false } },
      { selector: 'h3', options: { uppercase: false } },
      { selector: 'table', format: 'block' },
      { selector: 'blockquote', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    ],
  }).trim();
}

/** The parsers of forwards and replies take quadratic time on runs of blank lines and of spaces, which say nothing. */
function collapsed(text: string): string {
  return text.replaceAll(/[^\S\n]{2,}/g, ' ').replaceAll(/\n(?:[^\S\n]?\n){2,}/g, '\n\n');
}

function headerLines({ headerLines: lines }: ParsedMail): ReadonlyMap<string, readonly string[]> {
  const headers = new Map<string, string[]>();
  for (const { key, line } of lines) {
    const value = line
      .slice(line.indexOf(':') + 1)
      .replaceAll(/\r?\n\s+/g, ' ')
      .trim();
    headers.set(key, [...(headers.get(key) ?? []), value]);
  }
  return headers;
}

/** What a mail with a paper or two comes to; a scan of a file is for a person. */
export const mostBytes = 10 * 1024 * 1024;
const mostParts = 200;
/** At most as many characters. */
const bytesAtEitherEnd = 9_999;
/** Words that the ends are cut in. */
const seam = 200;
/** Together as much as a chat's door takes. */
const listenedToAtEitherEnd = 131_072;
const longestHtml = 1_000_000;
/** "This message is in HTML": no longer. */
const longestStub = 400;
/** A photograph of a paper is larger. */
const logoBytes = 40_000;
const byPrograms =
  /^(application\/(x-)?pkcs7-|application\/pgp-|application\/ms-tnef|application\/vnd\.ms-tnef|text\/(x-)?vcard|text\/calendar|message\/)/;
const longestSubject = 200;
const mostReferences = 50;

/** `maxChildNodes` and `maxHeadSize` are read by the parser's splitter; text and links are made here. */
const parserLimits = {
  skipHtmlToText: true,
  skipTextToHtml: true,
  skipImageLinks: true,
  skipTextLinks: true,
  ignoreEmbedded: true,
  maxChildNodes: mostParts,
  maxHeadSize: 256 * 1024,
};
