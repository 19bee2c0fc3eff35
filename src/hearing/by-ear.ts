import { editsBetween } from '../text/edit-distance.ts';

/** How a language sounds, for words that are written by ear: `koi` and `quoi` are one. */
export type Sounds = {
  /** Letters that sound like others, one after the other. */
  readonly alike: readonly (readonly [letters: string, sound: string])[];
  /** What ends a word and is not heard. */
  readonly mute: readonly string[];
  /** Words of a letter or two that are written onto the next one: `jarrive`. */
  readonly glued: readonly string[];
};

/** Shorter, words that sound alike are too many. */
const shortest = 4;
/** What sounds alike and is written too differently is another word. */
const furthest = 3;
const shortestRest = 4;

/**
 * What a word written by ear stands for: the word of the language's data that sounds like it, or two of them that are written
 * together. Null for a real word, and for one that sounds like nothing that is known.
 * @param known every word of the data
 * @param isWord whether a word is one of the language
 */
export function createByEar(
  sounds: Sounds,
  known: ReadonlySet<string>,
  isWord: (word: string) => boolean,
): (word: string) => readonly string[] | null {
  const bySound = Map.groupBy(
    [...known].filter(({ length }) => length >= shortest),
    (word) => soundOf(word, sounds),
  );
  const alike = (word: string): string | null => {
    if (word.length < shortest) return null;
    const written = (bySound.get(soundOf(word, sounds)) ?? [])
      .map((name) => ({ name, edits: editsBetween(word, name, furthest) }))
      .sort((a, b) => a.edits - b.edits);
    return written.find(({ edits }) => edits <= furthest)?.name ?? null;
  };
  const apart = (word: string, restOf: (rest: string) => string | null): readonly string[] | null => {
    for (const first of sounds.glued) {
      const rest = word.slice(first.length);
      const meant = word.startsWith(first) && rest.length >= shortestRest ? restOf(rest) : null;
      if (meant !== null) return [first, meant];
    }
    return null;
  };
  return (word) => {
    if (word.length < shortest || known.has(word) || isWord(word)) return null;
    const two = apart(word, (rest) => (known.has(rest) ? rest : null));
    if (two !== null) return two;
    const one = alike(word);
    return one === null ? apart(word, (rest) => (isWord(rest) ? null : alike(rest))) : [one];
  };
}

function soundOf(word: string, { alike, mute }: Sounds): string {
  let sound = word;
  for (const [letters, as] of alike) sound = sound.replaceAll(letters, as);
  sound = sound.replaceAll(/(?<letter>.)\k<letter>+/gu, '$<letter>');
  for (let end = endOf(sound, mute); end !== undefined; end = endOf(sound, mute)) sound = sound.slice(0, -end.length);
  return sound;
}

/** Something must be left to be heard. */
const leastHeard = 3;

function endOf(sound: string, mute: readonly string[]): string | undefined {
  return mute.find((end) => sound.endsWith(end) && sound.length - end.length >= leastHeard);
}
