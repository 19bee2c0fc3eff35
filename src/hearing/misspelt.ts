import { editsBetween } from '../text/edit-distance.ts';

/** The one name that is meant by a word with a slip in it, or null when there is none or more than one. */
export function meant<T extends { readonly name: string }>(
  wanted: string,
  names: readonly T[],
  same: (a: T, b: T) => boolean,
): T | null {
  if (wanted.length < shortest) return null;
  const near = nearest(wanted, names, wanted.length < long ? 1 : 2);
  const [first] = near;
  return first !== undefined && near.every((name) => same(name, first)) ? first : null;
}

/** The names that the fewest slips lead to, all that are equally near, and none beyond `most` slips. */
export function nearest<T extends { readonly name: string }>(
  wanted: string,
  names: readonly T[],
  most: number,
): readonly T[] {
  let near: T[] = [];
  let least = most;
  for (const name of names) {
    // A slip in the first letter is rare, and most words differ there.
    if (name.name[0] !== wanted[0] || Math.abs(name.name.length - wanted.length) > least) continue;
    const apart = editsBetween(wanted, name.name, least);
    if (apart > least) continue;
    near = apart < least ? [name] : [...near, name];
    least = apart;
  }
  return near;
}

/** "bye" is no Libya; two slips need a long word to be seen as such. */
const shortest = 5;
const long = 7;
