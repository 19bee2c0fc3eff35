import { spellings } from '../../text/typed-words.ts';

/** Phrases by their words, each with the kinds it is of. */
export type Phrases<Kind extends string> = {
  readonly byPhrase: ReadonlyMap<string, readonly Kind[]>;
  readonly longest: number;
};

export function phrasesOfKinds<Kind extends string>(lists: Readonly<Record<Kind, readonly string[]>>): Phrases<Kind> {
  const byPhrase = new Map<string, readonly Kind[]>();
  for (const [kind, list] of Object.entries(lists) as [Kind, readonly string[]][]) {
    for (const phrase of list.flatMap((one) => spellings(one)))
      byPhrase.set(phrase, [...(byPhrase.get(phrase) ?? []), kind]);
  }
  return { byPhrase, longest: Math.max(0, ...[...byPhrase.keys()].map((phrase) => phrase.split(' ').length)) };
}

/** Which kinds of phrases a message is put together of, whichever way; null when anything else is said. */
export function kindsSaid<Kind extends string>(
  words: readonly string[],
  { byPhrase, longest }: Phrases<Kind>,
): ReadonlySet<Kind> | null {
  const upTo: (ReadonlySet<Kind> | null)[] = [new Set()];
  for (let end = 1; end <= words.length; end++) {
    const said = new Set<Kind>();
    let isReached = false;
    for (let start = Math.max(0, end - longest); start < end; start++) {
      const before = upTo[start];
      const found = before == null ? undefined : byPhrase.get(words.slice(start, end).join(' '));
      if (before == null || found === undefined) continue;
      isReached = true;
      for (const kind of [...before, ...found]) said.add(kind);
    }
    upTo.push(isReached ? said : null);
  }
  return upTo[words.length] ?? null;
}
