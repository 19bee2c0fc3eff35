import { hashText } from './hash.ts';

/**
 * Which of many words a word is, counted from 0; -1 where it is none of them. They stay one text, a space between two: as texts of their
 * own in a map, sixty thousand took longer to make ready than a question takes to answer.
 */
export function rankReader(words: string): (word: string) => number {
  const starts = startsOf(words);
  const count = starts.length - 1;
  // Open addressing, half empty: a slot holds a rank and 1 more.
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * count + 1)));
  const slotAfter = (slot: number): number => (slot + 1) & (slots.length - 1);
  const endOf = (rank: number): number => (starts[rank + 1] as number) - 1;
  const isAt = (rank: number, word: string): boolean =>
    endOf(rank) - (starts[rank] as number) === word.length && words.startsWith(word, starts[rank]);
  for (let rank = 0; rank < count; rank++) {
    let slot = hashText(words.slice(starts[rank], endOf(rank))) & (slots.length - 1);
    while (slots[slot] !== 0) slot = slotAfter(slot);
    slots[slot] = rank + 1;
  }
  return (word) => {
    let slot = hashText(word) & (slots.length - 1);
    for (; slots[slot] !== 0; slot = slotAfter(slot)) {
      const rank = (slots[slot] as number) - 1;
      if (isAt(rank, word)) return rank;
    }
    return -1;
  };
}

/** Where each word begins; one more at the end. */
function startsOf(words: string): Int32Array {
  const starts = [0];
  for (let at = words.indexOf(' '); at >= 0; at = words.indexOf(' ', at + 1)) starts.push(at + 1);
  starts.push(words.length + 1);
  return Int32Array.from(starts);
}
