import type { FindCues } from './find-cues.ts';
import { replaceFound, type Found, type Shape } from './shape.ts';
import { wordsPattern } from './words-pattern.ts';

type MailWords = {
  /** `mailAt`: "arobase" is nothing else; `mailAtPerhaps`: "at" needs a "dot", or a provider's name, behind it. */
  readonly cues: FindCues<'mailAt' | 'mailAtPerhaps'>;
  readonly dots: readonly string[];
  /** Of the languages that have a `mailAtPerhaps`: "at this point" is no address. */
  readonly dotsPerhaps: readonly string[];
  readonly providers: readonly string[];
  /** Addresses that are published, in lower case. */
  readonly kept: ReadonlySet<string>;
};

/** An e-mail address, as addresses are written and as people write them out: `a @ b.fr`, "a arobase b point fr", `a[at]b[dot]fr`. */
export function emailShape({ cues, dots, dotsPerhaps, providers, kept }: MailWords): Shape {
  const domains = domainsOf(dots, dotsPerhaps, providers);
  const dot = new RegExp(String.raw`\s?${wordsPattern(dots)}\s?`, 'giu');
  return {
    kind: 'e-mail',
    replace(text, mark) {
      const around = (at: Found, ways: Ways): Found[] => {
        const found = addressAround(text, at, domains.mailbox, ways);
        return found === null || kept.has(text.slice(found.start, found.end).replaceAll(dot, '.').toLowerCase())
          ? []
          : [found];
      };
      const bySign = Array.from(text.matchAll(atSigns), ({ 0: signs, index }) => ({
        start: index,
        end: index + signs.length,
      }));
      return replaceFound(
        text,
        [
          ...bySign.flatMap((at) =>
            around(at, isGlued(text, at) ? [...domains.bySign, ...domains.unended] : domains.bySign),
          ),
          ...cues(text, 'mailAt').flatMap((at) => around(at, domains.byWord)),
          ...cues(text, 'mailAtPerhaps').flatMap((at) =>
            around(at, isBracketed(text, at) ? domains.byWord : domains.perhaps),
          ),
        ],
        mark,
      );
    },
  };
}

/** What may stand behind the sign; the first that does is taken. */
type Ways = readonly RegExp[];

function domainsOf(dots: readonly string[], dotsPerhaps: readonly string[], providers: readonly string[]) {
  const label = String.raw`[\p{L}\d-]{1,63}`;
  const said = (words: readonly string[]) =>
    String.raw`(?:\s?[\[({<]\s?|\s{1,2})${wordsPattern(words)}(?:\s?[\])}>]\s?|\s{1,2})`;
  const point = String.raw`(?:\.|${said(dots)})`;
  // "@ uni . lu", but not "@ campus. see you".
  const spaced = String.raw`(?:\.| \. ?)`;
  const end = String.raw`(?:\p{L}{2,24})(?![\p{L}\d])`;
  const opened = String.raw`\s{0,2}[\])}>]?\s{0,2}`;
  const way = (pattern: string): RegExp => new RegExp(pattern, 'iuy');
  const provider = way(`${opened}${wordsPattern(providers)}(?:${point}${end})?`);
  return {
    /** Its dots may be said as well: "jean dot dupont at". */
    mailbox: new RegExp(
      String.raw`(?:${sign}{1,30}(?: \. ?|${said(dots)})){0,2}${sign}{1,${String(longestMailbox)}}\s{0,2}[\[({<]?\s{0,2}$`,
      'iu',
    ),
    bySign: [
      way(`(?:${label}\\.){1,8}\\p{L}{2,24}`),
      way(`${opened}(?:${label}${point}){1,4}${end}`),
      way(`${opened}(?:${label}${spaced}){1,4}${end}`),
      provider,
    ],
    /** The ending was forgotten. */
    unended: [way(`\\p{L}[\\p{L}\\d-]{1,62}`)],
    byWord: [way(`${opened}(?:${label}${point}){1,4}${end}`), provider],
    perhaps: [
      way(`${opened}${label}(?:${point}${label}){0,3}${said(dotsPerhaps)}${end}`),
      way(`${opened}${wordsPattern(providers)}${point}${end}`),
    ],
  };
}

/** Read from its sign, so that a text is not searched for an address from each of its letters. */
function addressAround(text: string, at: Found, mailbox: RegExp, ways: Ways): Found | null {
  const before = mailbox.exec(text.slice(Math.max(0, at.start - 2 * longestMailbox), at.start));
  if (before === null) return null;
  const start = at.start - before[0].length;
  for (const way of ways) {
    way.lastIndex = at.end;
    const after = way.exec(text);
    if (after !== null) return { start, end: at.end + after[0].length };
  }
  return null;
}

function isGlued(text: string, { start }: Found): boolean {
  return /[^\s([{<]/.test(text.charAt(start - 1));
}

function isBracketed(text: string, { start, end }: Found): boolean {
  return /[[({<]\s?$/.test(text.slice(Math.max(0, start - 2), start)) && /^\s?[\])}>]/.test(text.slice(end, end + 2));
}

const atSigns = /@+/g;
/** Of a mailbox. */
const sign = String.raw`[\p{L}\d._%+'-]`;
/** Lengths are limits of RFC 5321, in characters: one of them may take two units of a text. */
const longestMailbox = 64;
