import { plainWord } from './read-words.ts';

/** Whether what stands behind the figures that end at `from` is what they count: "2 months", "30 €". It is no part of a number. */
export function isCounted(text: string, from: number, counted: ReadonlySet<string>): boolean {
  behind.lastIndex = from;
  const [, money, word = ''] = behind.exec(text) ?? [];
  return money !== undefined || counted.has(plainWord(word));
}

const behind = /\s{0,2}(?:([€$£%])|(\p{L}{1,20}))/uy;
