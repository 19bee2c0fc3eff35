import { longestMention } from '../../text/typed-words.ts';

/** The sentence of an answer that counts: its first, and the first that has a figure where that one has none. */
export function heartOf(text: string): string {
  const sentences = sentencesIn(text);
  const [first = text, ...rest] = sentences;
  const figure = /\d/.test(first) ? undefined : rest.find((sentence) => /\d/.test(sentence));
  return figure === undefined || figure.length > longestFigure ? first : `${first} ${figure}`;
}

/** The first sentence that has one of these words, or null. */
export function sentenceWith(text: string, words: readonly string[]): string | null {
  return sentencesIn(text).find((sentence) => longestMention(sentence, words) !== null) ?? null;
}

/** As they are read: headings left out, a list taken with the sentence that announces it. */
function sentencesIn(text: string): readonly string[] {
  const blocks = text.split(/\n{2,}/).filter((block, at) => at === 0 || !/^(#|\*\*[^*]+\*\*$)/.test(block));
  return blocks.flatMap((block, at) => {
    if (isList(block)) return [];
    const sentences = block.split(/(?<=[.!?…]["”»)*]*)\s+(?=["“«(*[]*[\p{Lu}\d])/u).filter((one) => one.trim() !== '');
    const next = blocks[at + 1];
    const announces = sentences.at(-1)?.trimEnd().endsWith(':') === true && next !== undefined && isList(next);
    return announces ? [...sentences.slice(0, -1), `${sentences.at(-1) ?? ''}\n\n${next}`] : sentences;
  });
}

function isList(block: string): boolean {
  return /^\s*(?:[-*•]|\d+\.)\s/.test(block);
}

const longestFigure = 240;
