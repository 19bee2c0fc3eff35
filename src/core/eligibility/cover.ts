import { dimensions, type CoverDimension, type Value } from './dimensions.ts';

/** Where a student comes from, what they hold and how long they stay: the combinations that exist. */
export type Cover = { readonly [D in CoverDimension]: Value<D> };
export type CoverBox = { readonly [D in CoverDimension]?: readonly Value<D>[] };

/** All 24: an S1 is for Europeans, the form for people insured in Quebec, a card for Europeans and the British. */
export const covers: readonly Cover[] = dimensions.stay.flatMap((stay) => [
  ...dimensions.card.flatMap((card) =>
    dimensions.s1.map((s1): Cover => ({ group: 'EEA', card, s1, form: 'no', stay })),
  ),
  ...dimensions.card.map((card): Cover => ({ group: 'UK3', card, s1: 'no', form: 'no', stay })),
  ...dimensions.form.map((form): Cover => ({ group: 'QC', card: 'none', s1: 'no', form, stay })),
  { group: 'OTHER', card: 'none', s1: 'no', form: 'no', stay },
]);

/** The covers as bits: bit i is covers[i]. */
export function coverBits(accepts: (cover: Cover) => boolean): number {
  return covers.reduce((mask, cover, index) => (accepts(cover) ? mask | (1 << index) : mask), 0);
}

export function isInside(cover: Cover, box: CoverBox): boolean {
  return (
    accepts(box.group, cover.group) &&
    accepts(box.card, cover.card) &&
    accepts(box.s1, cover.s1) &&
    accepts(box.form, cover.form) &&
    accepts(box.stay, cover.stay)
  );
}

/** The index of a cover. What the group cannot hold is left out: a Brazilian's "no S1" and "S1" are one. */
export function coverIndex(cover: Cover): number {
  const key = keyOf({
    ...cover,
    card: cover.group === 'EEA' || cover.group === 'UK3' ? cover.card : 'none',
    s1: cover.group === 'EEA' ? cover.s1 : 'no',
    form: cover.group === 'QC' ? cover.form : 'no',
  });
  return indexByKey.get(key) ?? -1;
}

function keyOf(cover: Cover): string {
  return `${cover.group} ${cover.card} ${cover.s1} ${cover.form} ${cover.stay}`;
}

function accepts<T>(allowed: readonly T[] | undefined, value: T): boolean {
  return allowed === undefined || allowed.includes(value);
}

const indexByKey: ReadonlyMap<string, number> = new Map(covers.map((cover, index) => [keyOf(cover), index]));
