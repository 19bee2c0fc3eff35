/** Whether Teams would refuse a message for its size. */
export function tooLarge(activity: object): boolean {
  return Buffer.byteLength(JSON.stringify(activity)) > largestMessage;
}

/** A long text in messages that Teams takes: whole paragraphs as long as they fit, else whole lines, else whole words. */
export function inParts(text: string): readonly string[] {
  return joined(pieces(text, ['\n\n', '\n', ' ']), largestText);
}

type Piece = { readonly text: string; readonly before: string };

/** Cut at the first separator; a piece that is still too long at the next one. */
function pieces(text: string, [separator, ...finer]: readonly string[]): readonly Piece[] {
  if (separator === undefined) return cut(text);
  return text.split(separator).flatMap((piece, index) => {
    const before = index === 0 ? '' : separator;
    if (bytes(piece) <= largestText) return [{ text: piece, before }];
    const [first, ...rest] = pieces(piece, finer);
    return first === undefined ? [] : [{ text: first.text, before }, ...rest];
  });
}

/** A word that fills a message by itself: cut between characters, never inside one. */
function cut(word: string): readonly Piece[] {
  const parts: string[] = [];
  let part = '';
  for (const character of word) {
    if (bytes(part) + bytes(character) > largestText) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part].map((text) => ({ text, before: '' }));
}

function joined(all: readonly Piece[], largest: number): readonly string[] {
  const parts: string[] = [];
  for (const { text, before } of all) {
    const last = parts.at(-1);
    if (last !== undefined && bytes(last + before + text) <= largest) parts[parts.length - 1] = last + before + text;
    else parts.push(text);
  }
  return parts.filter((part) => part.trim() !== '');
}

function bytes(text: string): number {
  return Buffer.byteLength(text);
}

/** Teams takes some 28 kB a message, addresses included; a kilobyte is left for them. */
const largestMessage = 27 * 1024;
/** JSON writes a line break as two characters; choices need room beside the text. */
const largestText = 16 * 1024;
