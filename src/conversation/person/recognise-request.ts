import { knows, type WordSet } from '../../core/matching/index.ts';
import type { PersonFile } from '../../knowledge/person-schema.ts';
import { kindsSaid, phrasesOfKinds } from '../reading/put-together.ts';
import { phrasesFor } from '../../text/phrase-list.ts';
import { ofEach } from '../../text/remember.ts';
import { respelt } from '../../text/respell.ts';
import { isOneOf, longestMention, spellings, wordsOf } from '../../text/typed-words.ts';

/** Where a word of a group stands in a text, in characters. */
type Place = { readonly from: number; readonly to: number };

/**
 * Whether a message asks for a person of the desk, in any of the languages, also misspelt: a wish for a person, a person
 * or somebody to talk to, somebody who is to call, or no more of the machine. Doctors, funds and friends are people of
 * other houses: talking to them is a question.
 * @param dictionaries a short word that one of them has is no slip: "stuff" is not "staff"
 */
export function asksForPerson(
  text: string,
  languages: readonly PersonFile[],
  dictionaries: readonly WordSet[],
): boolean {
  const slips = new Set(wordsOf(text).filter((word) => isSlip(word, dictionaries)));
  const sentences = clausesOf(text);
  return languages.some((words) => {
    const vocabulary = vocabularyOf(words);
    const spelt = (sentence: string) => wordsOf(sentence).map((word) => ownWord(word, vocabulary, slips.has(word)));
    return (
      isOneOf(text, words.whole) ||
      isOneOf(spelt(text).join(' '), words.whole) ||
      (sentences.some((one) => asks(one, spelt(one), words)) && longestMention(text, words.care) === null)
    );
  });
}

/**
 * "Is there somebody who could guide me with this?": nothing is said but that somebody is to help. Before anything was spoken of it is a
 * greeting: the desk helps.
 */
export function asksForHelp(text: string, languages: readonly PersonFile[]): boolean {
  return languages.some((words) =>
    spellings(text).some((spelling) => {
      const said = kindsSaid(spelling.split(' '), helpersOf(words));
      return said !== null && said.has('help') && said.has('anybody');
    }),
  );
}

const helpersOf = ofEach(({ person, somebody, help, aroundHelp }: PersonFile) =>
  phrasesOfKinds({ help, anybody: [...person, ...somebody], around: aroundHelp }),
);

/** Words in Latin letters alone: in Arabic a letter makes another word of the same root, and Chinese has no letters to slip. */
function isSlip(word: string, dictionaries: readonly WordSet[]): boolean {
  return latin.test(word) && !dictionaries.some((dictionary) => knows(dictionary, word));
}

/** A long word is put right also where it is one of its own, as a plural is; "answer" of "answer me" is no slip of "answers". */
function ownWord(word: string, { long, all, called }: ReturnType<typeof vocabularyOf>, isMisspelt: boolean): string {
  if (called.has(word)) return word;
  return isMisspelt ? respelt(word, all, shortestMisspelt) : respelt(word, long, shortestLong);
}

/** @param spelt its words, slips put right */
function asks(sentence: string, spelt: readonly string[], words: PersonFile): boolean {
  const heard = ` ${spelt.join(' ')} `;
  // Most messages name nobody: nothing else is looked for in them.
  if (placesOf(heard, namedIn(words)).length === 0) return false;
  const at = (group: Exclude<keyof PersonFile, 'handover' | 'answering'>) => placesOf(heard, words[group]);
  const [person, machine] = [at('person'), at('machine')];
  const anybody = [...person, ...at('somebody')];
  const typed = ` ${wordsOf(sentence).join(' ')} `;
  if (placesOf(typed, words.unasked).length > 0) return false;
  if (near(at('against'), machine, closeBy)) return true;
  if (placesOf(typed, words.elsewhere).length > 0) return false;
  if (at('plainly').length > 0) return true;
  return (
    near(at('reach'), anybody, apart) ||
    near(at('call'), anybody, apart) ||
    near(at('wish'), person, closeBy, spelt.length > fewWords)
  );
}

const namedIn = ofEach(({ person, somebody, machine, plainly }: PersonFile) => [
  ...person,
  ...somebody,
  ...machine,
  ...plainly,
]);

function near(some: readonly Place[], others: readonly Place[], distance: number, inOrder = false): boolean {
  return some.some((one) =>
    others.some((other) => {
      const gap = one.to <= other.from ? other.from - one.to : one.from - other.to;
      return gap >= 0 && gap <= distance && (!inOrder || one.to <= other.from);
    }),
  );
}

/** Whole words, in Arabic with what is written onto them; any characters in scripts without spaces. */
function placesOf(heard: string, phrases: readonly string[]): readonly Place[] {
  return Array.from(phrasesFor(heard.split(' '), phrases)).flatMap(({ spellings }) =>
    spellings.flatMap((spelling) => standing(heard, spelling)),
  );
}

function standing(heard: string, spelling: string): readonly Place[] {
  const wanted = unspaced.test(spelling) ? spelling : ` ${spelling} `;
  const edge = wanted.length === spelling.length ? 0 : 1;
  const found: Place[] = [];
  for (let at = heard.indexOf(wanted); at >= 0 && spelling !== ''; at = heard.indexOf(wanted, at + 1))
    found.push({ from: at + edge, to: at + wanted.length - edge });
  return found.filter((place) => !arabic.test(spelling) || isWordIn(heard, place));
}

/** "والموظف" is "موظف", "رسالة" is no "آلة": nothing but particles and pronouns stands before and behind. */
function isWordIn(heard: string, { from, to }: Place): boolean {
  const before = heard.slice(heard.lastIndexOf(' ', from - 1) + 1, from);
  const after = heard.slice(to, heard.indexOf(' ', to));
  return particles.test(before) && pronouns.test(after);
}

/** Its words that may be what a misspelt one means: those of a slip, and those long enough for any word. */
const vocabularyOf = ofEach((words: PersonFile) => {
  const own = [words.person, words.somebody, words.machine, words.reach].flat().flatMap((phrase) => wordsOf(phrase));
  const ofLetters = (shortest: number) => new Set(own.filter(({ length }) => length >= shortest));
  const called = new Set(words.call.flatMap((phrase) => wordsOf(phrase)));
  return { long: ofLetters(shortestLong), all: ofLetters(shortestMisspelt), called };
});

/** Longer messages hold a question; who wants a person in the end of one says it in a sentence of its own. */
function clausesOf(text: string): readonly string[] {
  const all = text
    .split(/[.!?;,\n。！？；，؟،]+/u)
    .filter((sentence) => sentence.length <= longestSentence && wordsOf(sentence).length <= longestRequest);
  return all.length <= mostSentences ? all : [...all.slice(0, mostSentences / 2), ...all.slice(-mostSentences / 2)];
}

/** In a long letter it stands at the beginning or at the end. */
const mostSentences = 24;
const arabic = /\p{Script=Arabic}/u;
const particles = /^[وفبكل]?(?:ال|ل)?$/u;
const pronouns = /^(?:ي|ني|نا|ك|كم|ه|ها|هم)?$/u;
const unspaced = /[\p{Script=Han}\p{Script=Arabic}]/u;
const latin = /^\p{Script=Latin}+$/u;
const shortestMisspelt = 4;
const shortestLong = 6;
/** "A real person please": in so few words the wish may stand behind. */
const fewWords = 5;
const longestRequest = 18;
const longestSentence = 160;
/** "I want to ⟨…⟩ a person", "no more ⟨…⟩ bots": little stands between. */
const closeBy = 16;
/** "Can I talk ⟨about this with⟩ somebody": a few words more. */
const apart = 36;
