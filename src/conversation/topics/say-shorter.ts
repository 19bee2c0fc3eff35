import { longestMention, opensWithOne } from '../../text/typed-words.ts';
import type { Situation } from '../said.ts';

/** The sentence of an answer that counts: its first, and the first that has a figure where that one has none. */
export function heartOf(situation: Situation, text: string): string {
  const sentences = sentencesIn(situation, text);
  const [first = text, ...rest] = sentences;
  const figure = /\d/.test(first) ? undefined : rest.find((sentence) => /\d/.test(sentence));
  return figure === undefined || figure.length > longestFigure ? first : `${first} ${figure}`;
}

/** What an answer tells to do, step by step, with what announces it; null where it is no list of steps. */
export function stepsIn(text: string): string | null {
  const blocks = text.split(/\n{2,}/);
  const at = blocks.findIndex((block) => /^\s*1\.\s/.test(block));
  const before = blocks[at - 1] ?? '';
  return blocks[at] === undefined ? null : [...(before.endsWith(':') ? [before] : []), blocks[at]].join('\n\n');
}

/** The sentence that has one of these words, or null: one that opens with it first ("Ask for it online"). */
export function sentenceWith(situation: Situation, text: string, words: readonly string[]): string | null {
  const said = sentencesIn(situation, text, { withEntries: true });
  const has = (sentence: string) => longestMention(sentence, words) !== null;
  return said.find((sentence) => opensWithOne(sentence, words)) ?? said.find(has) ?? null;
}

/** The first sentence of which that holds, or null. */
export function sentenceThat(situation: Situation, text: string, holds: (sentence: string) => boolean): string | null {
  return sentencesIn(situation, text, { withEntries: true }).find(holds) ?? null;
}

/**
 * As they are read: headings left out, and what a page of before says, whose figure is not the one that holds; a list taken
 * with the sentence that announces it, a question with its answer. An entry of another list is a sentence where it is asked for.
 */
function sentencesIn(
  { knowledge, language }: Situation,
  text: string,
  { withEntries = false } = {},
): readonly string[] {
  const olderPages = knowledge.reactions[language]?.olderPages ?? [];
  const counts = (block: string) => !/^(#|\*\*[^*]+\*\*$)/.test(block) && !opensWithOne(block, olderPages);
  const blocks = text.split(/\n{2,}/).filter((block, at) => at === 0 || counts(block));
  return blocks.flatMap((block, at) => {
    const isAnnounced = blocks[at - 1]?.trimEnd().endsWith(':') === true;
    if (isList(block)) return withEntries && !isAnnounced ? entriesOf(block) : [];
    const sentences = block.split(/(?<=[.!…]["”»)*]*)\s+(?=["“«(*[]*[\p{Lu}\d])/u).filter((one) => one.trim() !== '');
    const next = blocks[at + 1];
    const announces = sentences.at(-1)?.trimEnd().endsWith(':') === true && next !== undefined && isList(next);
    return announces ? [...sentences.slice(0, -1), `${sentences.at(-1) ?? ''}\n\n${next}`] : sentences;
  });
}

function entriesOf(list: string): readonly string[] {
  return list.split('\n').map((line) => line.replace(listMark, ''));
}

function isList(block: string): boolean {
  return listMark.test(block);
}

const listMark = /^\s*(?:[-*•]|\d+\.)\s+/;
const longestFigure = 240;
