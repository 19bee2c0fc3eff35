/** A long text piece by piece. Each begins with the end of the one before, so that nothing said at a seam is missed. */
export function* piecesOf(text: string, length: number): Generator<string> {
  for (let at = 0; at === 0 || at + overlap < text.length; at += length - overlap) yield text.slice(at, at + length);
}

/** Longer than any phrase of danger with the words that stand around it. */
const overlap = 200;
