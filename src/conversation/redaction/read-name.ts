import { plainWord, unspaced } from './read-words.ts';

export type NameWords = {
  /** One of them ends a name, and where one comes first there is none. */
  readonly noName: ReadonlySet<string>;
  /** Inside a name, when the next word has a capital: "de la Cruz". */
  readonly particles: ReadonlySet<string>;
  /** The same where a capital speaks for a name: "signed CPAM". */
  readonly notCapital: ReadonlySet<string>;
  /** Behind "I am": who comes from a country, and countries by their whole names. */
  readonly peoples: ReadonlySet<string>;
  /** Chinese family names: a name in signs begins with one. */
  readonly surnames: ReadonlySet<string>;
};

/** How much has to speak for a name: `any` words, words with a `capital`, `two` of them. */
export type Evidence = 'any' | 'capital' | 'two';

/** Where the name ends that stands at `from`; null where none does. Behind a form's label a surname may have its comma: "Salas Bravo, Joaquín". */
export function nameEnd(
  text: string,
  from: number,
  evidence: Evidence,
  words: NameWords,
  isLabelled = false,
): number | null {
  const signs = signsAt(text, from);
  if (signs !== '') {
    return endOfSigns(from, signs, evidence, words) ?? (isLabelled ? endOfLabelled(from, signs, words) : null);
  }
  const written = wordsAt(text, from, isLabelled);
  const noName = evidence === 'any' ? words.noName : words.notCapital;
  const length = nameLength(
    written.map(({ word }) => word),
    { ...words, noName },
  );
  const capitals = written.slice(0, length).filter(({ word }) => isCapital(word)).length;
  // "Mr X" is nobody.
  if (capitals < fewestCapitals[evidence] || Array.from(written[0]?.word ?? '').length < 2) return null;
  const name = written.slice(0, length).map(({ word }) => plainWord(word));
  if (evidence === 'two' && (words.peoples.has(name[0] ?? '') || words.peoples.has(name.join(' ')))) return null;
  return written[length - 1]?.end ?? null;
}

type Written = { readonly word: string; readonly end: number };

/** At most five words, a space apart. */
function wordsAt(text: string, from: number, comma: boolean): readonly Written[] {
  const written: Written[] = [];
  const pattern = comma ? afterComma : afterSpace;
  let at = from;
  while (written.length < mostWords) {
    const next = written.length === 0 ? first : pattern;
    next.lastIndex = at;
    const found = next.exec(text);
    if (found === null) break;
    at = next.lastIndex;
    written.push({ word: found[1] ?? '', end: at });
  }
  return written;
}

/** How many of the words are the name: as long as they have capitals; without, all there are, or a first and a last name. */
function nameLength(words: readonly string[], { noName, particles }: NameWords): number {
  const capitals = isCapital(words[0]);
  const isParticle = (word: string, index: number) =>
    particles.has(plainWord(word)) && (!capitals || words.slice(index + 1, index + 3).some(isCapital));
  const ends = words.findIndex(
    (word, index) =>
      (!isParticle(word, index) && (noName.has(plainWord(word)) || isArabicAnd(word, noName))) ||
      (index > 0 && (arabicAnd.test(word) || (capitals && !isCapital(word) && !isParticle(word, index)))),
  );
  if (capitals) return ends < 0 ? words.length : ends;
  if (ends < 0 && words.length < mostWords) return words.length;
  const plain = words.slice(0, 3).some(isParticle) ? 3 : 2;
  return ends < 0 ? plain : Math.min(ends, plain);
}

/** "My name and my address": "and" is written onto the word; `وليد` is a name. */
function isArabicAnd(word: string, noName: ReadonlySet<string>): boolean {
  return arabicAnd.test(word) && noName.has(plainWord(word).slice(1));
}

function isCapital(word: string | undefined): boolean {
  return word !== undefined && /^(?:\p{Lu}|[dlDL]['’]\p{Lu})/u.test(word);
}

function signsAt(text: string, from: number): string {
  signs.lastIndex = from;
  return signs.exec(text)?.[0] ?? '';
}

/** A family name of one sign or two and a given name of one or two; a name of four at most stands between marks. */
function endOfSigns(from: number, signs: string, evidence: Evidence, { surnames, noName }: NameWords): number | null {
  // "我是高中生": who is something, not somebody.
  if (evidence === 'two' && (signs.length > 3 || isKind.test(signs))) return null;
  const family = [2, 1].find((length) => surnames.has(signs.slice(0, length)));
  if (family === undefined) return null;
  if (signs.length <= mostSigns) return signs.length > family ? from + signs.length : null;
  const given = noName.has(signs.charAt(family + 1)) ? 1 : 2;
  return noName.has(signs.charAt(family)) ? null : from + family + given;
}

/** In a form what stands alone is the name, of whatever family. */
function endOfLabelled(from: number, signs: string, { noName }: NameWords): number | null {
  return signs.length > mostSigns || Array.from(signs).some((sign) => noName.has(sign)) ? null : from + signs.length;
}

/** Or initials: "J.", "J.-P." */
const word = String.raw`(\p{Lu}\.(?:[ \-]?\p{Lu}\.){0,2}|[[\p{L}\p{M}]--[${unspaced}]]{1,40}(?:['’\-][\p{L}\p{M}]{1,40}){0,3})`;
const first = new RegExp(word, 'vy');
const afterSpace = new RegExp(`[ \\u00a0]${word}`, 'vy');
const afterComma = new RegExp(`,?[ \\u00a0]{1,2}${word}`, 'vy');
const signs = new RegExp(`[${unspaced}]{1,12}`, 'vy');
const arabicAnd = /^و\p{Script=Arabic}{3}/u;
const fewestCapitals = { any: 0, capital: 1, two: 2 } as const;
const mostWords = 5;
const mostSigns = 4;
const isKind = /[人生的者员師师家国國]$/u;
