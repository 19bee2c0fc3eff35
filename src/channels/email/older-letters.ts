import { isOneOf, lettersOf, plain, type MailWords } from './mail-words.ts';

/** How the desk's own letters are known in somebody else's. */
export type OurLetters = {
  readonly own: string;
  /** Sentences that stand in every letter of the desk, in all its languages. */
  readonly sentences: readonly string[];
  /** What they open with. */
  readonly openings: readonly string[];
};

/**
 * The lines before the older letters that a mail program put below, whatever its language: above a quoted letter it names
 * who wrote it, and what a student answers is ours. A quote that is marked with `>` is left to the parser of replies, for
 * answers may stand between its lines.
 */
export function withoutOlderLetters(lines: readonly string[], ours: OurLetters, words: MailWords): readonly string[] {
  for (let at = 0; at < lines.length; at++) {
    const named = attributionAt(lines, at, ours.own);
    if (named > 0 && isQuote(nextWritten(lines, at + named)))
      return [...lines.slice(0, at), ...withoutOlderLetters(lines.slice(at + named), ours, words)];
    if (named > 0 || isHeaderBlock(lines, at, words)) return lines.slice(0, beginning(lines, at));
  }
  return lines.slice(0, ourLetterIn(lines, ours));
}

/** How many lines name who wrote what follows, and when: a date, our address and a colon; 0 where none does. */
function attributionAt(lines: readonly string[], at: number, own: string): number {
  for (let many = 1; many <= longestAttribution; many++) {
    const last = lines[at + many - 1] ?? '';
    if (last.trim() === '' || isQuote(last)) return 0;
    const named = (from: number) => namesUs(lines.slice(from, at + many).join(' '), own);
    // What stands above the shortest such lines is the writer's.
    if (/[:：]\s*$/.test(last) && named(at)) return many > 1 && named(at + 1) ? 0 : many;
  }
  return 0;
}

function namesUs(said: string, own: string): boolean {
  return said.length <= 400 && said.toLowerCase().includes(own) && /\d{1,2}[:.h]\d\d|(?<!\d)20\d\d/.test(said);
}

/** "From: …" and, in the lines below it, two of when, to whom and about what. */
function isHeaderBlock(lines: readonly string[], at: number, { headers }: MailWords): boolean {
  if (!headers.from.includes(labelOf(lines[at]))) return false;
  const below = lines
    .slice(at + 1, at + 12)
    .filter((line) => line.trim() !== '')
    .slice(0, 6)
    .map(labelOf);
  const found = [headers.sent, headers.to, headers.subject].filter((known) =>
    below.some((label) => known.includes(label)),
  );
  return found.length >= 2;
}

/** The first such block: who it names, about what, and all that stands below it. */
export function headerBlockIn(
  lines: readonly string[],
  words: MailWords,
): { readonly from: string; readonly subject: string; readonly body: string } | null {
  const at = lines.findIndex((_, n) => isHeaderBlock(lines, n, words));
  if (at < 0) return null;
  const quoted = isQuote(lines[at] ?? '');
  const below = lines.slice(at).map((line) => (quoted ? line.replace(/^\s*>\s?/, '') : line));
  const known = [words.headers.from, words.headers.sent, words.headers.to, words.headers.subject].flat();
  // Blank lines may part the block's own lines.
  const last = below.slice(0, 14).findLastIndex((line) => known.includes(labelOf(line)));
  const valueOf = (labels: readonly string[]) =>
    below
      .find((line) => labels.includes(labelOf(line)))
      ?.replace(/^[^:：]*[:：][\s*_]*/, '')
      .trim() ?? '';
  const body = below
    .slice(last + 1)
    .join('\n')
    .trim();
  return { from: valueOf(words.headers.from), subject: valueOf(words.headers.subject), body };
}

function labelOf(line = ''): string {
  const label = /^[\s>*_]*([\p{L}\p{M} -]{1,24}?)\s*[*_]*\s*[:：]/u.exec(line)?.[1];
  return label === undefined ? '' : plain(label);
}

/** With the line that mail programs draw above. */
function beginning(lines: readonly string[], at: number): number {
  const above = lines.slice(0, at).findLastIndex((line) => line.trim() !== '');
  return above >= 0 && isDrawn(lines[above]) ? above : at;
}

/** `-----`, `_____`, `--- Original message ---`. */
function isDrawn(line = ''): boolean {
  return /^\s*(?:[-_=*~]{3,}|[-_=*~]{2,}\s*\S.{0,60}?[-_=*~]{2,})\s*$/.test(line);
}

/** Where a letter of ours begins that nothing stands above: it has our sentences, and its opening before them. */
function ourLetterIn(lines: readonly string[], { sentences, openings }: OurLetters): number {
  const known = sentences.map(plain);
  const isOurs = (at: number) => {
    const said = plain(lines.slice(at, at + 3).join(' '));
    return known.some((sentence) => said.startsWith(sentence));
  };
  const ours = lines.findIndex((line, at) => line.trim() !== '' && isOurs(at));
  if (ours < 0) return lines.length;
  const opening = lines.slice(0, ours).findIndex((line) => isOneOf(line, openings.map(plain)));
  return opening < 0 ? ours : beginning(lines, opening);
}

/** Whether one of our sentences stands anywhere, however it was wrapped and marked. */
export function holdsOurLetter(text: string, { sentences }: OurLetters): boolean {
  const written = lettersOf(text);
  return sentences.some((sentence) => written.includes(lettersOf(sentence)));
}

function nextWritten(lines: readonly string[], from: number): string {
  return lines.slice(from).find((line) => line.trim() !== '') ?? '';
}

function isQuote(line: string): boolean {
  return /^\s*>/.test(line);
}

const longestAttribution = 4;
