import { askedInDoubt } from '../reading/ask-in-doubt.ts';
import { withoutJoins, type Question } from '../reading/find-questions.ts';
import { isRequestAlone } from '../reading/leave-announcement.ts';
import type { Situation } from '../said.ts';
import { spaceless } from '../../text/phrase-list.ts';
import { endsWithOne, longestMention, opensWithOne, spellings, wordsOf } from '../../text/typed-words.ts';

/**
 * Of a letter's sentence the pieces that ask: "I will have to pay there, and I wonder how much comes back" is one, told and asked, and
 * "…, or the one of my wife?" is the other half of a choice. The sentence itself where no more than one is left.
 */
export function piecesAsking(
  situation: Situation,
  sentence: Question,
  pieces: readonly Question[],
): readonly Question[] {
  const cues = situation.knowledge.reading[situation.language]?.cues;
  if (cues === undefined || sentence.before === '' || pieces.length < 2) return pieces;
  const joined = pieces.reduce<readonly Question[]>((before, piece) => {
    const last = before.at(-1);
    const isOwn = last === undefined || (asksBehind(last.text, cues) && asksItself(piece.text, cues));
    return isOwn ? [...before, piece] : [...before.slice(0, -1), { ...last, text: `${last.text}, ${piece.text}` }];
  }, []);
  return joined.length < 2 ? [sentence] : joined;
}

type Cues = NonNullable<Situation['knowledge']['reading'][string]>['cues'];

/** "Since he is no adult, who signs for him": what is told first goes with its question. */
function asksBehind(piece: string, cues: Cues): boolean {
  return asksItself(piece, cues) || piece.split(comma).some((part) => asksItself(part.trim(), cues));
}

function asksItself(piece: string, cues: Cues): boolean {
  const said = withoutJoins(piece, cues.joins);
  if (opensAs(said, cues.alternatives) || isRequestAlone(said, cues)) return false;
  if (isRequestAlone(said, { ...cues, request: cues.doubts })) return false;
  if (askedInDoubt(piece, cues) !== null) return true;
  const wish = longestMention(said, cues.request);
  const wishes = wish !== null && !endsSoon(said, wish);
  // "Tell me also," opens like a question and asks nothing yet.
  const words = wish === null || wishes ? [...cues.question, ...cues.whether, ...cues.opensQuestion] : cues.whether;
  const opens = opensAs(said, words);
  // "To whom do I write"
  const behindShort = opensAs(said.replace(shortWord, ''), cues.whether);
  return wishes || opens || behindShort || holds(said, cues) || endsWithOne(said, cues.closesQuestion);
}

function endsSoon(piece: string, cue: string): boolean {
  const [said = ''] = spellings(cue);
  return wordsOf(piece.slice(piece.indexOf(said) + said.length)).length < fewestAsked;
}

/** Where words are not parted by spaces, what is asked stands where its answer would. */
function holds(piece: string, { asksAnywhere, whether }: Cues): boolean {
  return longestMention(piece, [...asksAnywhere, ...whether.filter((word) => spaceless.test(word))]) !== null;
}

function opensAs(piece: string, phrases: readonly string[]): boolean {
  return opensWithOne(piece, phrases) || phrases.some((phrase) => spaceless.test(phrase) && piece.startsWith(phrase));
}

const fewestAsked = 3;
const shortWord = /^\p{L}{1,5}['’\s]+(?:\p{L}{1,2}\s+)?/u;
const comma = /[,，、،]/u;
