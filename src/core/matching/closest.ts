import Fuse from 'fuse.js';
import { fold } from '../../text/fold.ts';

/**
 * The entries of a short list that a short text may mean (a choice's label, a country, a product), best first: exact
 * after folding, else fuse.js. Empty when nothing is near.
 */
export function closest(text: string, list: readonly string[]): string[] {
  const wanted = fold(text).trim();
  if (wanted === '') return [];
  const entries = list.map((entry, place) => ({ entry, place, folded: fold(entry).trim() }));
  const exact = entries.filter(({ folded }) => folded === wanted);
  if (exact.length > 0) return exact.map(({ entry }) => entry);
  const fuse = new Fuse(entries, {
    keys: ['folded'],
    includeScore: true,
    threshold: 0.34,
    ignoreLocation: true,
    minMatchCharLength: 2,
  });
  return fuse
    .search(wanted.slice(0, 64))
    .sort((a, b) => Math.round(((a.score as number) - (b.score as number)) * 1e6) || a.item.place - b.item.place)
    .map(({ item }) => item.entry);
}
