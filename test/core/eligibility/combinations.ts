import { dimensions, type Dimension, type Value } from '../../../src/core/eligibility/dimensions.ts';

export type Combination = { readonly [D in Dimension]: Value<D> };

/** What the consistent combinations are made of: an S1 is for Europeans, the form for Quebec, and the UK is apart since 2021. */
export function combinations(): readonly Combination[] {
  const origins = [
    ...dimensions.card.flatMap((card) => dimensions.s1.map((s1) => ({ group: 'EEA', card, s1, form: 'no' }) as const)),
    ...dimensions.card.map((card) => ({ group: 'UK3', card, s1: 'no', form: 'no' }) as const),
    ...dimensions.form.map((form) => ({ group: 'QC', card: 'none', s1: 'no', form }) as const),
    { group: 'OTHER', card: 'none', s1: 'no', form: 'no' } as const,
  ];
  let all: Partial<Combination>[] = origins.flatMap((origin) =>
    dimensions.era.filter((era) => origin.group !== 'UK3' || era === 'E4').map((era) => ({ ...origin, era })),
  );
  for (const dimension of [
    'school',
    'registered',
    'work',
    'scholarship',
    'age',
    'monthsInFrance',
    'lowIncome',
    'stay',
  ] as const) {
    all = all.flatMap((each) => dimensions[dimension].map((value) => ({ ...each, [dimension]: value })));
  }
  return all as Combination[];
}
