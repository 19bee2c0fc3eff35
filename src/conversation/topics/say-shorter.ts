import { longestMention, opensWithOne } from '../../text/typed-words.ts';
import type { Situation } from '../said.ts';

/** The sentence of an answer that counts: its first, and the first that has a figure where that one has none. */
export function heartOf(situation: Situation, text: string): string {
  const sentences = sentencesIn(situation, text);
  const [first = text, ...rest] = sentences;
  const figure = /\d/.test(first) ? undefined : rest.find((sentence) => /\d/.test(sentence));
  return figure === undefined || figure.length > longestFigure ? first : `${first} ${figure}`;
}

/** The first sentence that has one of these words, or null. */
export function sentenceWith(situation: Situation, text: string, words: readonly string[]): string | null {
  return sentencesIn(situation, text).find((sentence) => longestMention(sentence, words) !== null) ?? null;
}

/**
 * As they are read: headings left out, and what a page of before says, whose figure is not the one that holds; a list taken
 * with the sentence that announces it, a question with its answer.
 */
function sentencesIn({ knowledge, language }: Situation, text: string): readonly string[] {
  const olderPages = knowledge.reactions[language]?.olderPages ?? [];
  const counts = (block: string) => !/^(#|\*\*[^*]+\*\*$)/.test(block) && !opensWithOne(block, olderPages);
  const blocks = text.split(/\n{2,}/).filter((block, at) => at === 0 || counts(block));
  return blocks.flatMap((block, at) => {
    if (isList(block)) return [];
    const sentences = block.split(/(?<=[.!…]["”»)*]*)\s+(?=["“«(*[]*[\p{Lu}\d])/u).filter((one) => one.trim() !== '');
    const next = blocks[at + 1];
    const announces = sentences.at(-1)?.trimEnd().endsWith(':') === true && next !== undefined && isList(next);
    return announces ? [...sentences.slice(0, -1), `${sentences.at(-1) ?? ''}\n\n${next}`] : sentences;
  });
}

function isList(block: string): boolean {
  return /^\s*(?:[-*•]|\d+\.)\s/.test(block);
}

const longestFigure = 240;
