import { ofEach } from '../../text/remember.ts';
import { spaceless } from '../../text/phrase-list.ts';
import { wordsOf } from '../../text/typed-words.ts';

/** What a language says where somebody does not know something; see `cues` of reading.yaml. */
export type DoubtCues = {
  readonly [list in 'doubts' | 'whether' | 'circumstances' | 'opensQuestion']: readonly string[];
};

/**
 * "I don't know if it has to be translated", "it is not clear to me which office is mine": what is asked in what somebody says that they
 * do not know, from its word of asking on; null where nothing is. "I don't know him" asks nothing.
 */
export function askedInDoubt(sentence: string, cues: DoubtCues): string | null {
  const [, spaced, together] = doubtOf(cues).exec(straight(sentence)) ?? [];
  const asked = spaced ?? together;
  return asked === undefined ? null : sentence.slice(-asked.length).trim();
}

/** Where it is said that something is not known, −1 where it is not. */
export function doubtAt(sentence: string, cues: DoubtCues): number {
  return doubtOf(cues).exec(straight(sentence))?.index ?? -1;
}

/** "If I find a job, what happens with my cover", "mine costs 30 €, how do I cancel it": what is asked stands behind a comma. */
export function asksBehindComma(sentence: string, cues: DoubtCues): boolean {
  return behindComma(cues).test(straight(sentence));
}

const doubtOf = ofEach(({ doubts, whether }: DoubtCues) => {
  const asks = anyOf(whether);
  const heads = (isSpaceless: boolean) => anyOf(doubts.filter((one) => spaceless.test(one) === isSpaceless));
  return new RegExp(`${heads(false)}${between}(${asks}.*)$|${heads(true)}(${inTheSameClause}${asks}.*)$`, 'isu');
});

const behindComma = ofEach(({ circumstances, whether, opensQuestion }: DoubtCues) => {
  const condition = anyOf(circumstances);
  const asks = anyOf([...whether, ...opensQuestion]);
  // "My neighbour, a kind man, is helping": one word opens a question only at the beginning.
  const opens = anyOf(opensQuestion.filter((words) => wordsOf(words).length > 1));
  return new RegExp(String.raw`^\P{L}*(?:\p{L}+\s+){0,2}${condition}[^,，]+[,，]\s*${asks}|[,，]\s*${opens}`, 'isu');
});

/** Whole words, but in scripts without spaces; the longest first; of none, nothing. */
function anyOf(phrases: readonly string[]): string {
  const { words = [], joined = [] } = Object.groupBy(phrases, (phrase) =>
    spaceless.test(phrase) ? 'joined' : 'words',
  );
  // The edges once, not at each phrase: most of what such a pattern costs when it is made.
  const patterns = [
    ...(words.length === 0 ? [] : [String.raw`(?<![\p{L}\p{N}])${oneOf(words)}(?![\p{L}\p{N}])`]),
    ...(joined.length === 0 ? [] : [oneOf(joined)]),
  ];
  return patterns.length === 0 ? '(?!)' : `(?:${patterns.join('|')})`;
}

function oneOf(phrases: readonly string[]): string {
  const escaped = phrases.map((phrase) => straight(phrase).replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return `(?:${escaped.sort((a, b) => b.length - a.length).join('|')})`;
}

function straight(text: string): string {
  return text.replaceAll(/[’‘`´]/gu, "'");
}

/** "I don't know to whom", "je ne sais pas à qui": short words may stand between. */
const between = String.raw`[\s,:，：]*(?:\p{L}{1,6}[\s,:]+){0,3}`;
/** A word of asking stands where the answer would. */
const inTheSameClause = '[^。！？，,.!?]{0,20}?';
