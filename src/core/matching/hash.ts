/** FNV-1a over UTF-16 units, 32 bits, as a signed integer. */
export function hashText(text: string, seed = 0x811c9dc5 | 0): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mix(hash);
}

/** One hash of an ordered pair. */
export function hashPair(first: number, second: number): number {
  return mix(Math.imul(first, 0x9e3779b1) ^ (second + 0x7f4a7c15));
}

/** The finaliser of MurmurHash3: FNV alone leaves neighbouring words in neighbouring slots. */
export function mix(hash: number): number {
  let h = hash;
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}
