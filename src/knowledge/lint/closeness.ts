import { foldedWords } from './prose.ts';

/** A text with the sets of its three-letter runs that it is compared by. */
type Grams<T> = { readonly item: T; readonly grams: readonly string[]; readonly set: ReadonlySet<string> };

/**
 * Every pair whose shared three-letter runs are at least `share` of all theirs (Jaccard). Only pairs that share one of their
 * rarest runs are compared (prefix filter): two texts so alike must, so none is missed, and thousands take no time.
 */
export function closePairs<T>(
  items: readonly T[],
  textOf: (item: T) => string,
  share: number,
): readonly { readonly a: T; readonly b: T; readonly share: number }[] {
  const frequency = new Map<string, number>();
  const read = items.map((item) => ({ item, set: gramsOf(textOf(item)) }));
  for (const { set } of read) for (const gram of set) frequency.set(gram, (frequency.get(gram) ?? 0) + 1);
  const rarity = (a: string, b: string) => (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0) || (a < b ? -1 : 1);
  const index = new Map<string, Grams<T>[]>();
  return read
    .map(({ item, set }): Grams<T> => ({ item, set, grams: [...set].sort(rarity) }))
    .flatMap((text) => {
      const rarest = text.grams.slice(0, text.grams.length - Math.ceil(share * text.grams.length) + 1);
      const candidates = new Set(rarest.flatMap((gram) => index.get(gram) ?? []));
      for (const gram of rarest) {
        const posted = index.get(gram);
        if (posted === undefined) index.set(gram, [text]);
        else posted.push(text);
      }
      return [...candidates]
        .map((other) => ({ a: other.item, b: text.item, share: jaccard(other.set, text.set) }))
        .filter((pair) => pair.share >= share);
    });
}

/** The same for a few texts beside many: every pair of one of `own` and one that stands before it or among `others`. */
export function closeTo<T>(
  own: readonly T[],
  others: readonly T[],
  textOf: (item: T) => string,
  share: number,
): readonly { readonly a: T; readonly b: T; readonly share: number }[] {
  const read = (item: T) => ({ item, set: gramsOf(textOf(item)) });
  const mine = own.map(read);
  const theirs = others.map(read);
  return mine.flatMap((b, index) =>
    [...theirs, ...mine.slice(0, index)]
      .filter((a) => mayBeClose(a.set.size, b.set.size, share))
      .map((a) => ({ a: a.item, b: b.item, share: jaccard(a.set, b.set) }))
      .filter((pair) => pair.share >= share),
  );
}

/** Sets too different in size cannot share as much, whatever is in them. */
function mayBeClose(a: number, b: number, share: number): boolean {
  return Math.min(a, b) >= share * Math.max(a, b);
}

/** Runs of three characters, word by word with their edges, so that short words count too. */
function gramsOf(text: string): ReadonlySet<string> {
  const padded = foldedWords(text).map((word) => ` ${word} `);
  return new Set(padded.flatMap((word) => Array.from({ length: word.length - 2 }, (_, at) => word.slice(at, at + 3))));
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const gram of a) if (b.has(gram)) both += 1;
  return both / (a.size + b.size - both || 1);
}
