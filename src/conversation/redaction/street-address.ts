import type { FindCues } from './find-cues.ts';
import { isCounted } from './is-counted.ts';
import { plainWord, unspaced, type Word } from './read-words.ts';
import { replaceFound, type Found, type Shape } from './shape.ts';

type AddressWords = {
  readonly cues: FindCues<'streetBefore' | 'streetPerhaps' | 'streetAfter' | 'addressLabels'>;
  readonly words: (text: string) => readonly Word[];
  /** Endings of a street's name, its number behind: `straße`, 路. */
  readonly streetEndings: readonly string[];
  readonly noName: ReadonlySet<string>;
  readonly particles: ReadonlySet<string>;
  /** What a number counts that is no house's: "via mail 2 mesi", "15 minutes". */
  readonly counted: ReadonlySet<string>;
  /** Addresses that are published, as `comparable` writes them. */
  readonly kept: readonly string[];
};

/** A house in a street: number, kind of street and name, in the order of the language. Postcode and town stay: they say which office. */
export function streetAddressShape(words: AddressWords): Shape {
  return {
    kind: 'address',
    replace(text, mark) {
      const found = [
        ...words.cues(text, 'addressLabels').flatMap((cue) => labelled(text, cue.end)),
        ...words.cues(text, 'streetBefore').flatMap((cue) => beside(text, cue, nameEnd(text, cue.end, words), words)),
        ...words
          .cues(text, 'streetPerhaps')
          .flatMap((cue) => beside(text, cue, capitalEnd(text, cue.end, words), words)),
        ...words.cues(text, 'streetAfter').flatMap((cue) => nameBetween(text, cue, words)),
        ...words.words(text).flatMap((word) => inOneWord(text, word, words)),
      ].filter(({ start, end }) => !isKept(text.slice(start, end), words.kept) && !isOffice(text, end));
      return replaceFound(text, found, mark);
    },
  };
}

/** "…, 92026 Nanterre Cedex": mail that offices and firms fetch for themselves; nobody lives at one. */
function isOffice(text: string, end: number): boolean {
  businessMail.lastIndex = end;
  return businessMail.test(text);
}

/** "Address: Flat 3B, Gulshan, Karachi": all of it to the end of its sentence, where a number stands in it. */
function labelled(text: string, from: number): Found[] {
  label.lastIndex = from;
  const found = label.exec(text);
  if (found === null || !/\d/.test(found[1] ?? '')) return [];
  const start = from + found[0].length - (found[1] ?? '').length;
  return [{ start, end: from + found[0].trimEnd().length }];
}

/** 17 bis avenue Jean Jaurès; via Garibaldi 58; Rua das Acácias, 340 */
function beside(text: string, street: Found, end: number | null, words: AddressWords): Found[] {
  if (end === null) return [];
  const before = houseBefore.exec(text.slice(Math.max(0, street.start - longestNumber), street.start));
  if (before !== null) return [{ start: street.start - before[0].length, end }];
  houseAfter.lastIndex = end;
  const number = houseAfter.exec(text);
  return number === null || isCounted(text, houseAfter.lastIndex, words.counted)
    ? []
    : [{ start: street.start, end: end + number[0].length }];
}

function capitalEnd(text: string, from: number, words: AddressWords): number | null {
  const end = nameEnd(text, from, words);
  return end !== null && /\p{Lu}/u.test(text.slice(from, end)) ? end : null;
}

/** 221 Old Mill Road */
function nameBetween(text: string, street: Found, words: AddressWords): Found[] {
  const before = text.slice(Math.max(0, street.start - longestName), street.start);
  const found = houseAndName.exec(before);
  const name = found?.[1]?.trim().split(' ') ?? [];
  if (found === null || name.some((word) => !isName(word, words) || words.counted.has(plainWord(word)))) return [];
  return [{ start: street.start - found[0].length, end: street.end }];
}

/** Lindenallee 27, 南京路12号 */
function inOneWord(text: string, { folded, start, end }: Word, { streetEndings, counted }: AddressWords): Found[] {
  const ending = streetEndings.find((ending) => folded.endsWith(ending));
  if (ending === undefined) return [];
  const isSign = unspacedSign.test(folded);
  // "is registering 4 people": German gives a street its capital.
  if (!isSign && (folded.length < ending.length + 2 || !(sure.test(ending) || isCapital(text, start)))) return [];
  const after = isSign ? houseOfSign : houseAfterWord;
  after.lastIndex = end;
  const number = after.exec(text);
  if (number === null || isCounted(text, after.lastIndex, counted)) return [];
  const name = isSign ? (signsBefore.exec(text.slice(Math.max(0, start - longestSigns), start))?.[0].length ?? 0) : 0;
  return [{ start: start - name, end: end + number[0].length }];
}

/** Where the name of a street ends that begins behind `from`; null where none does. */
function nameEnd(text: string, from: number, words: AddressWords): number | null {
  let [end, named, capitals, dated] = [from, 0, false, false];
  let afterParticle = false;
  for (let count = 0; count < mostWords; count++) {
    nameWord.lastIndex = end;
    const word = nameWord.exec(text)?.[1];
    if (word === undefined) break;
    const isParticle = words.particles.has(plainWord(word));
    const hasCapital = /^(?:[ldLD]['’])?\p{Lu}/u.test(word);
    const hasFigures = /^\d/.test(word);
    // A street's own figures are a day: "rue du 8 mai 1945".
    if (hasFigures && !(afterParticle && word.length < 3) && !(dated && /^(?:18|19)\d\d$/.test(word))) break;
    dated ||= hasFigures;
    if (!isParticle && !hasFigures && !dated && (!isName(word, words) || (capitals && !hasCapital))) break;
    if (!hasCapital && !isParticle && !hasFigures && named >= (dated ? 1 : mostPlain)) break;
    end = nameWord.lastIndex;
    capitals ||= hasCapital;
    if (word.length > 1 && !isParticle && !hasFigures) named += 1;
    afterParticle = isParticle;
  }
  return named === 0 ? null : end;
}

function isName(word: string, { noName, particles }: AddressWords): boolean {
  return particles.has(plainWord(word)) || !noName.has(plainWord(word));
}

function isCapital(text: string, at: number): boolean {
  return /\p{Lu}/u.test(text.charAt(at));
}

function isKept(address: string, kept: readonly string[]): boolean {
  const written = comparable(address);
  return kept.some((one) => one.includes(written));
}

export function comparable(address: string): string {
  return plainWord(address)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const label = /\s{0,2}[:=：]\s{0,3}([^\n?!;]{4,120}?)(?=[\n?!;。]|\. |$)/uy;
const houseBefore = /(?<![\p{N}€$£.,])\d{1,4}(?: ?(?:bis|ter|quater|[a-d]))?,? {0,2}$/iu;
const houseAfter = /,? {0,2}(?:n[.º°o]{0,2} ?|№ ?)?\d{1,4}(?! ?[\d€%])(?:-?[a-z]\b)?/iuy;
const houseAfterWord = /\.? {1,2}\d{1,3}(?: ?[a-z]\b)?(?![\d.:]*\d| ?[€%])/iuy;
const houseOfSign = /\s?\d{1,5}\s?[号號]/uy;
const houseAndName = /(?<![\p{N}€$£.,])\d{1,5}[a-z]?,? ((?:\p{L}[\p{L}\p{M}'’.-]{0,30} ){1,4})$/iu;
const nameWord = /(?:\.?[ \u00a0]{1,2}|\.)((?:[ldLD]['’])?[\p{L}\p{M}\d](?:[\p{L}\p{M}\d’'.-]{0,30}[\p{L}\p{M}\d])?)/uy;
const signsBefore = new RegExp(`[${unspaced}]{1,8}$`, 'v');
const unspacedSign = /^\p{Script=Han}$/u;
const sure = /^str/;
const longestNumber = 14;
const longestName = 90;
const longestSigns = 8;
const mostWords = 6;
/** Without capitals a name has no end of its own. */
const mostPlain = 2;
const businessMail = /[\s,]{0,3}\d{5} [\p{L}' -]{2,40}? cedex/iuy;
