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
  const asks = anyOf(whether.map(bounded));
  const heads = (isSpaceless: boolean) =>
    anyOf(doubts.filter((one) => spaceless.test(one) === isSpaceless).map(bounded));
  return new RegExp(`${heads(false)}${between}(${asks}.*)$|${heads(true)}(${inTheSameClause}${asks}.*)$`, 'isu');
});

const behindComma = ofEach(({ circumstances, whether, opensQuestion }: DoubtCues) => {
  const condition = anyOf(circumstances.map(bounded));
  const asks = anyOf([...whether, ...opensQuestion].map(bounded));
  // "My neighbour, a kind man, is helping": one word opens a question only at the beginning.
  const opens = anyOf(opensQuestion.filter((words) => wordsOf(words).length > 1).map(bounded));
  return new RegExp(String.raw`^\P{L}*(?:\p{L}+\s+)?${condition}[^,，]+[,，]\s*${asks}|[,，]\s*${opens}`, 'isu');
});

/** The longest first; of none, nothing. */
function anyOf(patterns: readonly string[]): string {
  const longestFirst = patterns.toSorted((a, b) => b.length - a.length);
  return patterns.length === 0 ? '(?!)' : `(?:${longestFirst.join('|')})`;
}

/** Whole words, but in scripts without spaces. */
function bounded(phrase: string): string {
  const escaped = straight(phrase).replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return spaceless.test(phrase) ? escaped : String.raw`(?<![\p{L}\p{N}])${escaped}(?![\p{L}\p{N}])`;
}

function straight(text: string): string {
  return text.replaceAll(/[’‘`´]/gu, "'");
}

/** "I don't know to whom", "je ne sais pas à qui": short words may stand between. */
const between = String.raw`[\s,:，：]*(?:\p{L}{1,4}[\s,:]+){0,3}`;
/** A word of asking stands where the answer would. */
const inTheSameClause = '[^。！？，,.!?]{0,20}?';
