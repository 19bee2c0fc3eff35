import { lazily } from '../core/lazily.ts';
import type { Span } from './lexicon.ts';
import type { Token } from './tokens.ts';

/** A country named by its own name, by its people's or by a city's. More codes than one: "Congolese". */
export type PlaceSaid = Span & { readonly codes: readonly string[]; readonly kind: 'country' | 'people' | 'city' };

/** Where the stay is that is asked about: what is told of it is told of no other country. */
export const france = 'FR';

export type Named = { readonly name: string; readonly codes: readonly string[]; readonly kind: PlaceSaid['kind'] };

export type PlaceIndex = {
  find(tokens: readonly Token[], text: string): readonly PlaceSaid[];
  /** Names of countries and peoples, for a misspelt answer. */
  names(): readonly Named[];
  /** Every word of a name, in any language. */
  words(): ReadonlySet<string>;
};

export type NameEntry = {
  /** Its words as one. */
  readonly name: string;
  readonly words: readonly string[];
  readonly code: string;
  readonly kind: PlaceSaid['kind'];
  /** The first rank in which a name is found decides alone: data, then countries, then territories. */
  readonly rank: number;
};

type Entry = { readonly codes: readonly string[]; readonly kind: PlaceSaid['kind']; readonly rank: number };

export type NameIndex = {
  /** Null where nothing is called so. */
  readonly byName: ReadonlyMap<string, Entry | null>;
  /** How many words a name may have that begins with one. */
  readonly longest: ReadonlyMap<string, number>;
};

/** @param called whatever else may be called so: nothing is, where no entry says it */
export function indexNames(entries: Iterable<NameEntry>, called: Iterable<string> = []): NameIndex {
  const byName = new Map<string, Entry | null>(Array.from(called, (name) => [name, null]));
  const longest = new Map<string, number>();
  for (const { name, words, code, kind, rank } of entries) {
    const [first] = words;
    if (first === undefined) continue;
    const before = byName.get(name) ?? null;
    if ((longest.get(first) ?? 0) < words.length) longest.set(first, words.length);
    if (before === null || rank < before.rank) byName.set(name, { codes: [code], kind, rank });
    else if (rank === before.rank && !before.codes.includes(code))
      byName.set(name, { ...before, codes: [...before.codes, code] });
  }
  return { byName, longest };
}

export function nameOf(words: readonly string[]): string {
  return words.join(' ');
}

/** Names as they are written whatever the language: in capitals (`US`), and flags. */
export type Signs = { readonly written: ReadonlyMap<string, string>; readonly flags: ReadonlyMap<string, string> };

/** @param own names that the language writes otherwise than `all` has them: they go before */
export function createPlaceIndex(
  own: NameIndex,
  all: NameIndex,
  signs: Signs,
  words: () => ReadonlySet<string>,
): PlaceIndex {
  return {
    words,
    names: lazily(() =>
      [...own.byName, ...Array.from(all.byName).filter(([name]) => !own.byName.has(name))].flatMap(([name, entry]) =>
        entry === null || entry.kind === 'city' ? [] : [{ name, codes: entry.codes, kind: entry.kind }],
      ),
    ),
    find: (tokens, text) => find(tokens, text, { own, all, ...signs }),
  };
}

type Known = Signs & { readonly own: NameIndex; readonly all: NameIndex };

function find(tokens: readonly Token[], text: string, known: Known): PlaceSaid[] {
  const places: PlaceSaid[] = [];
  for (let at = 0; at < tokens.length;) {
    const place = placeAt(tokens, at, text, known);
    if (place !== null) places.push(place);
    at = place?.to ?? at + 1;
  }
  return places;
}

function placeAt(tokens: readonly Token[], from: number, text: string, known: Known): PlaceSaid | null {
  const token = tokens[from];
  if (token === undefined) return null;
  const raw = text.slice(token.start, token.end);
  const short = token.kind === 'flag' ? known.flags.get(raw) : known.written.get(raw);
  if (short !== undefined)
    return { from, to: from + 1, codes: [short], kind: token.kind === 'flag' ? 'people' : 'country' };
  const { own, all } = known;
  for (const form of token.forms) {
    const longest = Math.max(own.longest.get(form) ?? 0, all.longest.get(form) ?? 0);
    for (let length = Math.min(longest, tokens.length - from); length > 0; length--) {
      const rest = tokens.slice(from + 1, from + length).map((next) => next.text);
      const name = nameOf([form, ...rest]);
      const entry = own.byName.has(name) ? own.byName.get(name) : all.byName.get(name);
      if (entry) return { from, to: from + length, codes: entry.codes, kind: entry.kind };
    }
  }
  return null;
}
