import { foldedWords } from './prose.ts';

/** A text by its three-letter runs, the rarest first: each is its place among all, ordered by how rare they are. */
type Ranked<T> = { readonly item: T; readonly runs: Uint32Array };

/**
 * Every pair whose shared three-letter runs are at least `share` of all theirs (Jaccard). Only pairs that share one of their
 * rarest runs are compared (prefix filter), and only until too few are left to share: two texts so alike are seen to be, so none is
 * missed, and thousands take no time.
 */
export function closePairs<T>(
  items: readonly T[],
  textOf: (item: T) => string,
  share: number,
): readonly { readonly a: T; readonly b: T; readonly share: number }[] {
  const index = new Map<number, number[]>();
  const texts = ranked(items, textOf);
  const lastMetBy = new Int32Array(texts.length).fill(-1);
  return texts.flatMap((text, at) => {
    const { length } = text.runs;
    const rarest = text.runs.subarray(0, length - Math.ceil(share * length) + 1);
    const candidates: number[] = [];
    for (const run of rarest) {
      const posted = index.get(run) ?? [];
      for (const other of posted) {
        if (lastMetBy[other] === at) continue;
        lastMetBy[other] = at;
        candidates.push(other);
      }
      if (posted.push(at) === 1) index.set(run, posted);
    }
    return candidates
      .map((other) => texts[other] as Ranked<T>)
      .filter((other) => mayBeClose(other.runs.length, length, share))
      .map((other) => ({ a: other.item, b: text.item, share: shareOf(other.runs, text.runs, share) }))
      .filter((pair) => pair.share >= share);
  });
}

function ranked<T>(items: readonly T[], textOf: (item: T) => string): readonly Ranked<T>[] {
  const frequency = new Map<string, number>();
  const read = items.map((item) => ({ item, grams: gramsOf(textOf(item)) }));
  for (const { grams } of read) for (const gram of grams) frequency.set(gram, (frequency.get(gram) ?? 0) + 1);
  const byRarity = [...frequency].sort(([a, often], [b, oftenToo]) => often - oftenToo || (a < b ? -1 : 1));
  const rank = new Map(byRarity.map(([gram], at) => [gram, at]));
  return read.map(({ item, grams }) => ({
    item,
    runs: Uint32Array.from(grams, (gram) => rank.get(gram) as number).sort(),
  }));
}

/** What two texts share of all their runs; 0 as soon as it can be no `least` any more. */
function shareOf(a: Uint32Array, b: Uint32Array, least: number): number {
  // Both texts run out at last, and what one lacks is never shared: so many may be passed over, and one for rounding.
  let spare = (a.length + b.length) * (1 - (2 * least) / (1 + least)) + 1;
  let both = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [here, there] = [a[i] as number, b[j] as number];
    if (here === there) both += 1;
    else if (--spare < 0) return 0;
    if (here <= there) i += 1;
    if (there <= here) j += 1;
  }
  return both / (a.length + b.length - both || 1);
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
