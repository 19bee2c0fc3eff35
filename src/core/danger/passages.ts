import type { Passage } from './features.ts';
import type { Lexicon, Mention } from './lexicon.ts';
import { readWords, type Span } from './read-words.ts';
import type { Hit } from './signs.ts';
import { inTheirLanguage } from './spoken.ts';

/** A text read once: its words, what they mean, the signs in them, and the passages that are judged one by one. */
export type Reading = {
  readonly words: readonly string[];
  readonly mentions: readonly Mention[];
  readonly hits: readonly Hit[];
  readonly spans: readonly Span[];
};

/** @param hitsIn the signs in mentions that come in order */
export function readText(
  text: string,
  lexicon: Lexicon,
  hitsIn: (mentions: readonly Mention[], words: readonly string[]) => readonly Hit[],
): Reading {
  const { words, sentences } = readWords(text);
  const meant = inTheirLanguage(lexicon.mentionsIn(words), words, sentences, lexicon);
  const mentions = literal(meant, lexicon.conceptOf(figureOfSpeech));
  return { words, mentions, hits: hitsIn(mentions, words), spans: spansOf(sentences) };
}

/** What stands in [from, to), with what was said before it. */
export function passageOf(
  { words, mentions, hits, spans }: Reading,
  [from, to]: Span,
  before: Passage['before'],
): Passage {
  const inside = ({ from: start, to: end }: Mention): boolean => start >= from && end <= to;
  return {
    words: words.slice(from, to),
    mentions: endingIn(mentions, from, to, (mention) => mention.to).filter(inside),
    hits: endingIn(hits, from, to, lastWordOf).filter((hit) => hit.mentions.every(inside)),
    whole: to - from === words.length,
    among: spans.length,
    before,
  };
}

/** Of what comes in order of its end that which ends in (from, to]: a text of many passages is not gone through for each. */
function endingIn<T>(ordered: readonly T[], from: number, to: number, endOf: (one: T) => number): readonly T[] {
  const firstAfter = (end: number): number => {
    let [low, high] = [0, ordered.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (endOf(ordered[middle] as T) > end) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  return ordered.slice(firstAfter(from), firstAfter(to));
}

function lastWordOf({ mentions }: Hit): number {
  return mentions.reduce((last, { to }) => Math.max(last, to), 0);
}

/** What lies within a figure of speech means nothing: "dying of hunger". The figure itself stays, it tells of the tone. */
function literal(mentions: readonly Mention[], figure: number): readonly Mention[] {
  const figures = mentions.filter(({ concept }) => concept === figure);
  if (figures.length === 0) return mentions;
  return mentions.filter(
    (mention) => mention.concept === figure || !figures.some(({ from, to }) => mention.from < to && from < mention.to),
  );
}

/**
 * Each sentence by itself, so that no tale around it drowns it, and with its neighbours, as long as they are short: what
 * happens is told in one, to whom in the other. A long sentence goes in pieces that overlap. Every word is in at most a
 * handful of them, so the time grows with the text alone.
 */
function spansOf(sentences: readonly Span[]): readonly Span[] {
  const pieces = inSentences(sentences).flatMap(piecesOf);
  const spans: Span[] = [];
  let joinedTo = 0;
  for (let first = 0; first < pieces.length; first++) {
    const alone = pieces[first] as Span;
    const [from] = alone;
    let to = from;
    for (let last = first; last < pieces.length; last++) {
      const [, end] = pieces[last] as Span;
      if (last > first && end - from > longestPassage) break;
      to = end;
    }
    spans.push(alone);
    // Neighbours that are all within the passage before say nothing new.
    if (to > joinedTo && to > alone[1]) spans.push([from, to]);
    joinedTo = Math.max(joinedTo, to);
  }
  return spans;
}

/** A text of more sentences than anybody writes is lines of a word or two: so many of them go as one. */
function inSentences(sentences: readonly Span[]): readonly Span[] {
  if (sentences.length <= mostSentences) return sentences;
  const joined: Span[] = [];
  for (const [from, to] of sentences) {
    const last = joined.at(-1);
    if (last === undefined || last[1] - last[0] >= shortestJoined) joined.push([from, to]);
    else joined[joined.length - 1] = [last[0], to];
  }
  return joined;
}

function piecesOf([from, to]: Span): readonly Span[] {
  if (to - from <= longestPassage) return [[from, to]];
  const pieces: Span[] = [];
  for (let at = from; at < to; at += longestPassage / 2) pieces.push([at, Math.min(at + longestPassage, to)]);
  return pieces;
}

const figureOfSpeech = 'figure';
/** Words that are judged together. */
const longestPassage = 40;
const mostSentences = 400;
const shortestJoined = 8;
