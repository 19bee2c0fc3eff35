import type { ReadingFile } from '../../knowledge/conversation-schema.ts';
import { ofEach } from '../../text/remember.ts';
import { spellings } from '../../text/typed-words.ts';

export type Goodbye = { readonly withThanks: boolean };

/** A message that takes leave and says nothing besides, in any of the desk's languages. */
export function goodbyeIn(text: string, readings: Readonly<Record<string, ReadingFile>>): Goodbye | null {
  for (const spelling of spellings(text)) {
    const words = spelling.split(' ');
    if (words.length > longestGoodbye) return null;
    for (const reading of Object.values(readings)) {
      const said = saidIn(words, phrasesOf(reading));
      if (said?.has('words') === true) return { withThanks: said.has('thanks') };
    }
  }
  return null;
}

type Kind = keyof ReadingFile['goodbye'];
const kinds: readonly Kind[] = ['words', 'thanks', 'around'];
const longestGoodbye = 24;

/** Which kinds of phrases a message is put together of, whichever way; null when anything else is said. */
function saidIn(words: readonly string[], { byPhrase, longest }: Phrases): ReadonlySet<Kind> | null {
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

type Phrases = { readonly byPhrase: ReadonlyMap<string, readonly Kind[]>; readonly longest: number };

const phrasesOf = ofEach(({ goodbye }: ReadingFile): Phrases => {
  const byPhrase = new Map<string, readonly Kind[]>();
  for (const kind of kinds) {
    for (const phrase of goodbye[kind].flatMap((one) => spellings(one)))
      byPhrase.set(phrase, [...(byPhrase.get(phrase) ?? []), kind]);
  }
  return { byPhrase, longest: Math.max(0, ...[...byPhrase.keys()].map((phrase) => phrase.split(' ').length)) };
});
