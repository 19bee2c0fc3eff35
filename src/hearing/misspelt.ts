import { editsBetween } from '../text/edit-distance.ts';

/** The one name that is meant by a word with a slip in it, or null when there is none or more than one. */
export function meant<T extends { readonly name: string }>(
  wanted: string,
  names: readonly T[],
  same: (a: T, b: T) => boolean,
): T | null {
  if (wanted.length < shortest) return null;
  const most = wanted.length < long ? 1 : 2;
  let nearest: T[] = [];
  let least = most;
  for (const name of names) {
    // A slip in the first letter is rare, and most words differ there.
    if (name.name[0] !== wanted[0] || Math.abs(name.name.length - wanted.length) > least) continue;
    const apart = editsBetween(wanted, name.name, least);
    if (apart > least) continue;
    nearest = apart < least ? [name] : [...nearest, name];
    least = apart;
  }
  const [first] = nearest;
  return first !== undefined && nearest.every((name) => same(name, first)) ? first : null;
}

/** "bye" is no Libya; two slips need a long word to be seen as such. */
const shortest = 5;
const long = 7;
