/**
 * The same text as a hurried person types it: one edit under 20 characters, else two; insertions, deletions,
 * substitutions and swaps of neighbours with equal odds, seeded by FNV-1a of the text, so that every run and every
 * program sees the same misspelling.
 */
export function withTypos(text: string): string {
  const next = generator(fnv1a(text));
  const letters = Array.from(text);
  const edits = letters.length < 20 ? 1 : 2;
  for (let i = 0; i < edits; i++) edit(letters, next);
  return letters.join('');
}

function edit(letters: string[], next: (below: number) => number): void {
  const kind = next(4);
  const at = next(Math.max(letters.length, 1));
  const letter = alphabet[next(alphabet.length)] as string;
  if (kind === 0) letters.splice(at, 0, letter);
  else if (kind === 1) letters.splice(at, 1);
  else if (kind === 2) letters.splice(at, 1, letter);
  else {
    const from = Math.min(at, Math.max(letters.length - 2, 0));
    letters.splice(from, 2, ...letters.slice(from, from + 2).reverse());
  }
}

/** Over the bytes of UTF-8. */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text, 'utf8')) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

/** Mulberry32: whole numbers below `below`. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz';
