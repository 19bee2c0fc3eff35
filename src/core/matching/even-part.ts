import { hashText } from './hash.ts';

/** About so many of the items, chosen by their texts: one item more or fewer hardly changes what is chosen of the others. */
export function evenPart<T>(items: readonly T[], textOf: (item: T) => string, most: number): readonly T[] {
  if (items.length <= most) return items;
  const below = 2 ** 32 * (most / items.length);
  return items.filter((item) => hashText(textOf(item)) >>> 0 < below);
}
