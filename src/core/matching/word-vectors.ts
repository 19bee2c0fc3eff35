/**
 * Where a language's words stand towards each other, as co-occurrence in much text has it: what brings "spectacles" near
 * "glasses" when no phrasing says so. Plain data: a row of `dimensions` bytes a word, the most frequent word first, each
 * row as long as its bytes allow.
 */
export type WordVectors = {
  readonly dimensions: number;
  /** Folded, a space between two of them: tens of thousands are cut apart for nobody. */
  readonly words: string;
  readonly rows: Int8Array;
};

/** A line with the dimensions, a line with the words, then the rows. `words` are folded, the most frequent first. */
export function writeWordVectors(words: readonly string[], vectors: readonly (readonly number[])[]): Uint8Array {
  const head = new TextEncoder().encode(`${vectors[0]?.length ?? 0}\n${words.join(' ')}\n`);
  const rows = Int8Array.from(vectors.flatMap(asBytes));
  const bytes = new Uint8Array(head.length + rows.length);
  bytes.set(head);
  bytes.set(new Uint8Array(rows.buffer), head.length);
  return bytes;
}

/** What `writeWordVectors` wrote; null when the bytes are no such file, or not a whole one. */
export function readWordVectors(bytes: Uint8Array): WordVectors | null {
  const first = bytes.indexOf(lineEnd);
  const second = bytes.indexOf(lineEnd, first + 1);
  const text = new TextDecoder();
  const dimensions = Number(text.decode(bytes.subarray(0, Math.max(first, 0))));
  const words = text.decode(bytes.subarray(first + 1, Math.max(second, 0)));
  const count = words.split(' ').length;
  const rows = new Int8Array(bytes.subarray(second + 1));
  return dimensions > 0 && second > 0 && rows.length === dimensions * count ? { dimensions, words, rows } : null;
}

function asBytes(vector: readonly number[]): number[] {
  const most = Math.max(...vector.map(Math.abs));
  return vector.map((value) => (most === 0 ? 0 : Math.round((value / most) * 127)));
}

const lineEnd = 10;
