/** A name without case, as accounts compare theirs. */
export function keyOf(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}
