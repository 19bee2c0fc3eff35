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
    const apart = lettersApart(wanted, name.name, least);
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

/** Letters added, left out, changed or swapped with their neighbour; counted no further than `most`. */
function lettersApart(a: string, b: string, most: number): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + change,
          swapped ? (before[j - 2] ?? 0) + 1 : Infinity,
        ),
      );
    }
    if (Math.min(...next) > most) return most + 1;
    [before, row] = [row, next];
  }
  return row[b.length] ?? most + 1;
}
