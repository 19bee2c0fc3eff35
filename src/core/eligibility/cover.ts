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
  return covers.findIndex((candidate) => candidate.stay === cover.stay && isSame(candidate, cover));
}

/** The values of a dimension that a set of covers has. */
export function coverValues<D extends CoverDimension>(dimension: D, mask: number): readonly Value<D>[] {
  const all: readonly Value<D>[] = dimensions[dimension];
  return all.filter((value) => (mask & (coversOf.get(`${dimension} ${value}`) ?? 0)) !== 0);
}

/** The covers of a set with one thing changed, but for those that cannot have it (a Brazilian with an S1). */
export function coversWith<D extends CoverDimension>(dimension: D, value: Value<D>, mask: number): number {
  const changes = changedCovers.get(`${dimension} ${value}`) ?? [];
  return changes.reduce((changed, reached, index) => ((mask & (1 << index)) === 0 ? changed : changed | reached), 0);
}

function isSame(candidate: Cover, cover: Cover): boolean {
  const { group } = cover;
  return (
    candidate.group === group &&
    ((group !== 'EEA' && group !== 'UK3') || candidate.card === cover.card) &&
    (group !== 'EEA' || candidate.s1 === cover.s1) &&
    (group !== 'QC' || candidate.form === cover.form)
  );
}

function accepts<T>(allowed: readonly T[] | undefined, value: T): boolean {
  return allowed === undefined || allowed.includes(value);
}

const coverDimensions = ['group', 'card', 's1', 'form', 'stay'] as const;

/** By dimension and value: for each cover the bit of the one it becomes, or none. */
const changedCovers: ReadonlyMap<string, readonly number[]> = new Map(
  coverDimensions.flatMap((dimension) =>
    dimensions[dimension].map((value) => [
      `${dimension} ${value}`,
      covers.map((cover) => {
        const reached = coverIndex({ ...cover, [dimension]: value });
        return covers[reached]?.[dimension] === value ? 1 << reached : 0;
      }),
    ]),
  ),
);

/** By dimension and value: the covers that have it. */
const coversOf: ReadonlyMap<string, number> = new Map(
  coverDimensions.flatMap((dimension) =>
    dimensions[dimension].map((value) => [`${dimension} ${value}`, coverBits((cover) => cover[dimension] === value)]),
  ),
);
