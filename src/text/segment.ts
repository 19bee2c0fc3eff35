/** At most this many words of a message are read. */
const mostWords = 800;
const longestWord = 40;

/** The words of a folded text, in order. Scripts written without spaces are divided by the dictionary of `Intl.Segmenter`. */
export function segment(folded: string): string[] {
  const words: string[] = [];
  for (const run of folded.match(wordRun) ?? []) {
    if (words.length >= mostWords) break;
    if (!spaceless.test(run)) words.push(run.slice(0, longestWord));
    else for (const part of segmenter.segment(run)) if (part.isWordLike === true) words.push(part.segment);
  }
  return words.slice(0, mostWords);
}

const wordRun = /[\p{L}\p{M}\p{N}]+/gu;
const spaceless = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
// The root rules: without a tag the machine's own locale would be taken, and the same text could give other words elsewhere.
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
