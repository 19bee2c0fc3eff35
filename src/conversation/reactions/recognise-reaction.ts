import { meaningsOf, meantBy } from '../commands/read-command.ts';
import { reactionNames, type ReactionName, type ReactionsFile } from '../../knowledge/reactions-schema.ts';
import type { ReadingFile } from '../../knowledge/conversation-schema.ts';
import { ofEach } from '../../text/remember.ts';
import { respelt } from '../../text/respell.ts';
import { spellings, wordsOf } from '../../text/typed-words.ts';

/**
 * What a message makes of the last reply, or null: a phrase of reactions.yaml and words around it that add nothing, also
 * misspelt. A subject among them makes it a question of its own: "why is my refund so small". The longest phrase counts.
 */
export function reactionIn(text: string, words: ReactionsFile, reading: ReadingFile): ReactionName | null {
  const typed = wordsOf(text);
  if (typed.length > longestReaction) return null;
  const whole = meantBy(text, wholeOf(words), reading);
  if (whole !== null) return whole;
  const prepared = preparedOf(words);
  const { phrases, byFirstWord, around, beside } = prepared;
  const heard = inWordsOfTheirs(typed, prepared);
  if (heard === null) return null;
  const beginning = new Set(heard.flatMap((word) => byFirstWord.get(word) ?? []));
  const there = [...beginning]
    .sort((a, b) => a - b)
    .flatMap((at) => phrases[at] ?? [])
    .filter(({ phrase }) => placesOf(heard, phrase).length > 0);
  const [longest] = there;
  if (longest === undefined) return null;
  const own = there.filter(({ name }) => name === longest.name);
  const said = new Set(own.flatMap(({ phrase }) => placesOf(heard, phrase)));
  const isAround = (word: string) => around.has(word) || beside.get(longest.name)?.has(word) === true;
  return heard.every((word, at) => isAround(word) || said.has(at)) ? longest.name : null;
}

/** Slips put right; null where a word among them is none that a reaction has. */
function inWordsOfTheirs(typed: readonly string[], { known, own, vocabulary }: Prepared): readonly string[] | null {
  const heard: string[] = [];
  for (const word of typed) {
    const meant = known.has(word) ? word : respelt(word, vocabulary, shortestMisspelt);
    if (!known.has(meant) && !own.has(meant)) return null;
    heard.push(meant);
  }
  return heard;
}

const wholeOf = ofEach(({ reactions }: ReactionsFile) =>
  meaningsOf(reactionNames.map((name) => [name, reactions[name] ?? []] as const)),
);

/** Where the words of a phrase stand among others. */
function placesOf(heard: readonly string[], phrase: readonly string[]): readonly number[] {
  return heard.flatMap((_, at) =>
    phrase.every((word, behind) => heard[at + behind] === word) ? phrase.map((_, behind) => at + behind) : [],
  );
}

type Prepared = {
  readonly phrases: readonly { readonly name: ReactionName; readonly phrase: readonly string[] }[];
  readonly around: ReadonlySet<string>;
  /** What may stand around one reaction alone: who says otherwise, how often something was tried. */
  readonly beside: ReadonlyMap<ReactionName, ReadonlySet<string>>;
  /** All that may stand around one. */
  readonly known: ReadonlySet<string>;
  /** Where those stand that begin with a word. */
  readonly byFirstWord: ReadonlyMap<string, readonly number[]>;
  /** The words of the phrases. */
  readonly own: ReadonlySet<string>;
  /** Those of them long enough to be misspelt. */
  readonly vocabulary: ReadonlySet<string>;
};

const preparedOf = ofEach((words: ReactionsFile): Prepared => {
  const phrases = reactionNames
    .flatMap((name) =>
      (words.reactions[name] ?? []).flatMap((one) => spellings(one).map((spelling) => ({ name, spelling }))),
    )
    .map(({ name, spelling }) => ({ name, phrase: spelling.split(' ') }))
    // A short word alone ("so", "what") is a reaction when it is all that is said, courtesies left out.
    .filter(({ phrase }) => phrase.join(' ').length >= shortestAround)
    .sort((a, b) => b.phrase.length - a.phrase.length);
  const around = wordsIn(words.around);
  const beside = new Map<ReactionName, ReadonlySet<string>>([
    ['contradicted', wordsIn(words.others)],
    ['done', wordsIn(words.often)],
  ]);
  const own = new Set(phrases.flatMap(({ phrase }) => phrase));
  const vocabulary = new Set([...own].filter(({ length }) => length >= shortestMisspelt));
  const byFirstWord = new Map<string, number[]>();
  for (const [at, { phrase }] of phrases.entries()) {
    const [first = ''] = phrase;
    byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), at]);
  }
  const known = new Set([around, ...beside.values()].flatMap((words) => [...words]));
  return { phrases, byFirstWord, around, beside, known, own, vocabulary };
});

function wordsIn(phrases: readonly string[]): ReadonlySet<string> {
  return new Set(phrases.flatMap((one) => spellings(one).flatMap((spelling) => spelling.split(' '))));
}

const longestReaction = 16;
const shortestMisspelt = 4;
const shortestAround = 5;
