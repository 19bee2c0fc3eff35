import type { Span } from './lexicon.ts';
import type { Token } from './tokens.ts';

/** A country named by its own name, by its people's or by a city's. More codes than one: "Congolese". */
export type PlaceSaid = Span & { readonly codes: readonly string[]; readonly kind: 'country' | 'people' | 'city' };

/** Where the stay is that is asked about: what is told of it is told of no other country. */
export const france = 'FR';

export type PlaceIndex = {
  find(tokens: readonly Token[], text: string): readonly PlaceSaid[];
  /** Names of countries and peoples, for a misspelt answer. */
  readonly names: readonly { readonly name: string; readonly codes: readonly string[] }[];
};

export type NameEntry = {
  readonly words: readonly string[];
  readonly code: string;
  readonly kind: PlaceSaid['kind'];
  /** The first rank in which a name is found decides alone: data, then countries, then territories. */
  readonly rank: number;
};

type Entry = { readonly codes: readonly string[]; readonly kind: PlaceSaid['kind']; readonly rank: number };

/** @param written only as written here, in capitals: `US` */
export function createPlaceIndex(
  entries: readonly NameEntry[],
  written: ReadonlyMap<string, string>,
  flags: ReadonlyMap<string, string>,
): PlaceIndex {
  const index = new Map<string, Entry>();
  const longest = new Map<string, number>();
  for (const { words, code, kind, rank } of entries) {
    if (words.length === 0) continue;
    const key = words.join(' ');
    const before = index.get(key);
    const [first = ''] = words;
    longest.set(first, Math.max(longest.get(first) ?? 0, words.length));
    if (before === undefined || rank < before.rank) index.set(key, { codes: [code], kind, rank });
    else if (rank === before.rank && !before.codes.includes(code))
      index.set(key, { ...before, codes: [...before.codes, code] });
  }
  return {
    names: [...index].flatMap(([name, { codes, kind }]) => (kind === 'city' ? [] : [{ name, codes }])),
    find: (tokens, text) => find(tokens, text, { index, written, flags, longest }),
  };
}

type Index = {
  readonly index: ReadonlyMap<string, Entry>;
  readonly written: ReadonlyMap<string, string>;
  readonly flags: ReadonlyMap<string, string>;
  /** How many words a name may have that begins with one. */
  readonly longest: ReadonlyMap<string, number>;
};

function find(tokens: readonly Token[], text: string, known: Index): PlaceSaid[] {
  const places: PlaceSaid[] = [];
  for (let at = 0; at < tokens.length;) {
    const place = placeAt(tokens, at, text, known);
    if (place !== null) places.push(place);
    at = place?.to ?? at + 1;
  }
  return places;
}

function placeAt(tokens: readonly Token[], from: number, text: string, known: Index): PlaceSaid | null {
  const token = tokens[from];
  if (token === undefined) return null;
  const raw = text.slice(token.start, token.end);
  const short = token.kind === 'flag' ? known.flags.get(raw) : known.written.get(raw);
  if (short !== undefined)
    return { from, to: from + 1, codes: [short], kind: token.kind === 'flag' ? 'people' : 'country' };
  for (const form of token.forms) {
    for (let length = Math.min(known.longest.get(form) ?? 0, tokens.length - from); length > 0; length--) {
      const rest = tokens.slice(from + 1, from + length).map((next) => next.text);
      const entry = known.index.get([form, ...rest].join(' '));
      if (entry !== undefined) return { from, to: from + length, codes: entry.codes, kind: entry.kind };
    }
  }
  return null;
}
