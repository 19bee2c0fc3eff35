/**
 * Letters added, left out, changed, or swapped with their neighbour (optimal string alignment); counted no further than
 * `most`, and `most + 1` for anything farther.
 */
export function editsBetween(first: string, second: string, most: number): number {
  const farther = most + 1;
  if (Math.abs(first.length - second.length) > most) return farther;
  const [a, b] = withoutSharedEnds(first, second);
  if (most === 1) return isOneEdit(a, b) ? Math.min(1, a.length + b.length) : farther;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] as number) + 1, (row[j - 1] as number) + 1, (last[j - 1] as number) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] as number) + 1);
      row.push(cost);
    }
    if (Math.min(...row) > most) return farther;
    [before, last] = [last, row];
  }
  return Math.min(last[b.length] as number, farther);
}

/** Of what is left when the shared ends are off: one edit leaves a letter, or two that changed places. */
function isOneEdit(a: string, b: string): boolean {
  if (a.length <= 1 && b.length <= 1) return true;
  return a.length === 2 && b.length === 2 && a[0] === b[1] && a[1] === b[0];
}

/** Most words that are compared differ in a letter or two: what stands before and behind costs nothing. */
function withoutSharedEnds(a: string, b: string): readonly [string, string] {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)];
}
