import { spellings } from '../../text/typed-words.ts';

/** Phrases by their words, each with the kinds it is of. */
export type Phrases<Kind extends string> = {
  readonly byPhrase: ReadonlyMap<string, readonly Kind[]>;
  readonly longest: number;
  /** The words that they begin with. */
  readonly first: ReadonlySet<string>;
};

export function phrasesOfKinds<Kind extends string>(lists: Readonly<Record<Kind, readonly string[]>>): Phrases<Kind> {
  const byPhrase = new Map<string, readonly Kind[]>();
  for (const [kind, list] of Object.entries(lists) as [Kind, readonly string[]][]) {
    for (const phrase of list.flatMap((one) => spellings(one)))
      byPhrase.set(phrase, [...(byPhrase.get(phrase) ?? []), kind]);
  }
  const words = Array.from(byPhrase.keys(), (phrase) => phrase.split(' '));
  return {
    byPhrase,
    longest: Math.max(0, ...words.map(({ length }) => length)),
    first: new Set(words.map(([first = '']) => first)),
  };
}

/** Which kinds of phrases a message is put together of, whichever way; null when anything else is said. */
export function kindsSaid<Kind extends string>(
  words: readonly string[],
  { byPhrase, longest, first }: Phrases<Kind>,
): ReadonlySet<Kind> | null {
  const upTo: (ReadonlySet<Kind> | null)[] = [new Set()];
  for (let end = 1; end <= words.length; end++) {
    const said = new Set<Kind>();
    let isReached = false;
    for (let start = Math.max(0, end - longest); start < end; start++) {
      const before = upTo[start];
      if (before == null || !first.has(words[start] as string)) continue;
      const found = byPhrase.get(words.slice(start, end).join(' '));
      if (found === undefined) continue;
      isReached = true;
      for (const kind of [...before, ...found]) said.add(kind);
    }
    upTo.push(isReached ? said : null);
  }
  return upTo[words.length] ?? null;
}
