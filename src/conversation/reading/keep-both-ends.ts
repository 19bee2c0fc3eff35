/** A long text's beginning and end, and whether anything was left out between them. */
export type Ends = { readonly text: string; readonly leftOut: boolean };

/**
 * `each` characters at either end, in whole words: half a word is no word. A text of twice the length is read whole.
 * `kept` is what shall stand between the ends all the same.
 */
export function bothEnds(text: string, each: number, kept = ''): Ends {
  if (text.length <= 2 * each) return { text, leftOut: false };
  const head = text.slice(0, each).toWellFormed();
  const tail = text.slice(-each).toWellFormed();
  const between = kept === '' ? '' : `${kept.toWellFormed()}\n\n`;
  return { text: `${withoutLastWord(head)}\n\n${between}${withoutFirstWord(tail)}`, leftOut: true };
}

/** Words of danger and personal data are looked for in all of a message; everything else reads this much of it. */
export const readAtEitherEnd = 2_000;

/** Runs of spaces and of blank lines say nothing: a space, and one blank line. */
export function withoutRuns(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\S\n]{2,}/gu, ' ')
    .replaceAll(/\n(?:[^\S\n]?\n){2,}/gu, '\n\n');
}

function withoutLastWord(text: string): string {
  const at = text.slice(-longestWord).search(/\s\S*$/u);
  return at < 0 ? text : text.slice(0, text.length - Math.min(longestWord, text.length) + at);
}

function withoutFirstWord(text: string): string {
  const at = text.slice(0, longestWord).search(/\s/u);
  return at < 0 ? text : text.slice(at + 1);
}

/** What is longer is no word: scripts without spaces are cut where the characters end. */
const longestWord = 100;
