import { coverBits, isInside, type CoverBox } from './cover.ts';
import { bits, plainDimensions, type Dimension, type PlainDimension, type Value } from './dimensions.ts';
import type { Outcome } from './outcomes.ts';

/** The rows of the sheet; there is no D19. */
export const rowIds = [
  'D01',
  'D02',
  'D03',
  'D04',
  'D05',
  'D06',
  'D07',
  'D08',
  'D09',
  'D10',
  'D11',
  'D12',
  'D13',
  'D14',
  'D15',
  'D16',
  'D17',
  'D18',
  'D20',
  'D21',
  'D22',
  'D23',
  'D24',
  'D25',
  'D26',
  'D27',
  'D28',
  'D29',
  'D30',
  'D31',
] as const;
export type RowId = (typeof rowIds)[number];
export type Box = { readonly [D in Dimension]?: readonly Value<D>[] };
export type Conditions = {
  readonly when: Box;
  readonly either?: readonly CoverBox[];
  readonly not?: readonly CoverBox[];
};
/** Nothing to pay, the year's student contribution, or no public price. */
export type FeeKind = 'free' | 'contribution' | null;

/** A row of the table, as it is read and as it is matched: accepted values as bits, one set a dimension. */
export type Row = {
  readonly id: RowId;
  readonly outcome: Outcome;
  readonly fee: FeeKind;
  readonly conditions: Conditions;
  readonly plain: Readonly<Record<PlainDimension, number>>;
  readonly cover: number;
};

export function row(id: RowId, outcome: Outcome, fee: FeeKind, conditions: Conditions): Row {
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
  return Object.freeze({ id, outcome, fee, conditions, plain, cover });
}
