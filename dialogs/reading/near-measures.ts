/** What the recognisers read of a text, and where a place in it stands in the text itself. */
export type Excerpt = { readonly text: string; readonly placeOf: (at: number) => number };

/**
 * At most `longestRead` characters around digits and words of time, at most so many of them: the
 * recognisers' time grows with the square of both. What stands first is read first.
 * @param tells whether a word has a digit, or is one of a number, a date or a length of time
 */
export function nearMeasures(text: string, tells: (word: string) => boolean): Excerpt {
  const read = text.slice(0, Math.min(endOfNumbers(text), endOfWords(text, tells)));
  if (read.length <= longestRead) return { text: read, placeOf: (at) => at };
  return joined(read, piecesAround(read, tells));
}

/** Where the first number stands that is one too many. A date's parts are one number, and groups of digits all the same. */
function endOfNumbers(text: string): number {
  let numbers = 0;
  let groups = 0;
  for (const { 0: number, index } of text.matchAll(/\d+(?:[./-]\d+)*/g)) {
    numbers += 1;
    groups += number.split(/\D/).length;
    if (numbers > mostNumbers || groups > mostGroups) return index;
  }
  return text.length;
}

/** Where the first word stands that is one too many. */
function endOfWords(text: string, tells: (word: string) => boolean): number {
  let count = 0;
  for (const { 0: word, index } of text.matchAll(words)) if (tells(word) && ++count > mostWords) return index;
  return text.length;
}

type Piece = { readonly from: number; readonly to: number };

function piecesAround(text: string, tells: (word: string) => boolean): readonly Piece[] {
  const pieces: Piece[] = [];
  let left = longestRead;
  for (const { 0: word, index } of text.matchAll(words)) {
    if (!tells(word)) continue;
    const last = pieces.at(-1);
    const start = Math.max(last?.to ?? 0, startOfWord(text, index - before));
    const end = Math.min(endOfWord(text, index + word.length + after), start + left - separator.length);
    if (end < index + word.length) break;
    const goesOn = last?.to === start;
    if (goesOn) pieces.pop();
    pieces.push({ from: goesOn ? last.from : start, to: end });
    left -= end - start + (goesOn ? 0 : separator.length);
  }
  return pieces;
}

function joined(text: string, pieces: readonly Piece[]): Excerpt {
  const starts: { readonly at: number; readonly from: number }[] = [];
  let excerpt = '';
  for (const { from, to } of pieces) {
    if (excerpt !== '') excerpt += separator;
    starts.push({ at: excerpt.length, from });
    excerpt += text.slice(from, to);
  }
  const placeOf = (place: number): number => {
    const piece = starts.findLast(({ at }) => at <= place);
    return piece === undefined ? place : piece.from + place - piece.at;
  };
  return { text: excerpt, placeOf };
}

function startOfWord(text: string, at: number): number {
  if (at <= 0) return 0;
  const space = text.slice(Math.max(0, at - longestWord), at).match(/\S*$/u)?.[0].length ?? 0;
  return at - (space < longestWord ? space : 0);
}

function endOfWord(text: string, at: number): number {
  const rest = text.slice(at, at + longestWord).search(/\s/u);
  return rest < 0 ? Math.min(at, text.length) : at + rest;
}

const longestRead = 200;
const mostNumbers = 8;
const mostGroups = 12;
const mostWords = 16;
const words = /[\p{L}\p{M}\p{N}'’]+/gu;
/** "my card is valid until the 31st": what says what a number is stands this near. */
const before = 40;
const after = 30;
const longestWord = 30;
/** No recogniser reads over it. */
const separator = ' ; ';
