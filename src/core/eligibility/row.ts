import { coverBits, isInside, type CoverBox } from './cover.ts';
import { bits, plainDimensions, type Dimension, type PlainDimension, type Value } from './dimensions.ts';

export type Box = { readonly [D in Dimension]?: readonly Value<D>[] };
export type Conditions = {
  readonly when: Box;
  readonly either?: readonly CoverBox[];
  readonly not?: readonly CoverBox[];
};

/** A row of the table, as it is read and as it is matched: accepted values as bits, one set a dimension. */
export type RowOf<Id extends string> = {
  readonly id: Id;
  readonly conditions: Conditions;
  readonly plain: Readonly<Record<PlainDimension, number>>;
  readonly cover: number;
};

export function row<const Id extends string>(id: Id, conditions: Conditions): RowOf<Id> {
  const { when, either, not = [] } = conditions;
  const plain = Object.fromEntries(
    plainDimensions.map((dimension) => [dimension, bits(dimension, when[dimension])]),
  ) as Record<PlainDimension, number>;
  const cover = coverBits(
    (candidate) =>
      isInside(candidate, when) &&
      (either === undefined || either.some((box) => isInside(candidate, box))) &&
      !not.some((box) => isInside(candidate, box)),
  );
  return Object.freeze({ id, conditions, plain, cover });
}
