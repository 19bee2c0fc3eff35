/** The table's own terms: what a situation comes down to. A row names the values that it accepts. */
export const dimensions = {
  /** Of the day: before PUMa, before the reform, its year of transition (and who was in the student scheme before it), after. */
  era: ['E1', 'E2', 'E3-continuing', 'E3-new', 'E4'],
  school: ['higher-education', 'other'],
  registered: ['yes', 'no'],
  work: ['none', 'minor', 'qualifying'],
  scholarship: ['yes', 'no'],
  age: ['under-16', '16-19', '20-27', '28-and-over'],
  monthsInFrance: ['under-3', '3-and-over'],
  lowIncome: ['yes', 'no'],
  group: ['EEA', 'UK3', 'QC', 'OTHER'],
  card: ['none', 'partial', 'full'],
  s1: ['yes', 'no'],
  form: ['yes', 'no'],
  stay: ['short', 'long'],
} as const;

export type Dimension = keyof typeof dimensions;
export const dimensionNames = Object.keys(dimensions) as Dimension[];
export type Value<D extends Dimension> = (typeof dimensions)[D][number];

/** They hang together (only a European has an S1), so they are one: see cover.ts. */
export type CoverDimension = 'group' | 'card' | 's1' | 'form' | 'stay';
export type PlainDimension = Exclude<Dimension, CoverDimension>;

export const plainDimensions = [
  'era',
  'school',
  'registered',
  'work',
  'scholarship',
  'age',
  'monthsInFrance',
  'lowIncome',
] as const satisfies readonly PlainDimension[];

export type Group = Value<'group'>;
export type CardState = Value<'card'>;
export type StayLength = Value<'stay'>;

/** Accepted values as bits, in the order of `dimensions`. */
export function bits<D extends Dimension>(dimension: D, accepted: readonly Value<D>[] | undefined): number {
  const all: readonly Value<D>[] = dimensions[dimension];
  return (accepted ?? all).reduce((mask, value) => mask | bitOf(dimension, value), 0);
}

export function bitOf<D extends Dimension>(dimension: D, value: Value<D>): number {
  const all: readonly Value<D>[] = dimensions[dimension];
  return 1 << all.indexOf(value);
}

/** The values of a set of bits. */
export function valuesOf<D extends Dimension>(dimension: D, mask: number): readonly Value<D>[] {
  const all: readonly Value<D>[] = dimensions[dimension];
  return all.filter((_, index) => (mask & (1 << index)) !== 0);
}
