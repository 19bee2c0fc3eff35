/** One question put to a matcher. */
export type Outcome = {
  /** `oos` for what is nobody's. */
  readonly expected: string;
  /** Best first; empty when nothing was found. */
  readonly ranked: readonly string[];
  /** How sure the matcher is of the first: higher is surer. 0 without a first. */
  readonly confidence: number;
  /** Whether it says that the question is not its own. */
  readonly declined: boolean;
};

export const outOfScope = 'oos';

export type Accuracy = {
  readonly inScopeAccuracy: number;
  readonly top3: number;
  readonly macroF1: number;
  readonly oosRecall: number | null;
  readonly oosPrecision: number | null;
  readonly oosAuroc: number | null;
};

/** Accuracy is top-1 before any threshold; recall and precision are of declining. Null where nothing is out of scope. */
export function accuracyOf(outcomes: readonly Outcome[]): Accuracy {
  const inside = outcomes.filter(({ expected }) => expected !== outOfScope);
  const outside = outcomes.filter(({ expected }) => expected === outOfScope);
  const declined = outcomes.filter(({ declined: is }) => is);
  const caught = outside.filter(({ declined: is }) => is).length;
  const none = outside.length === 0;
  return {
    inScopeAccuracy: topAccuracy(inside),
    top3: share(inside, ({ expected, ranked }) => ranked.slice(0, 3).includes(expected)),
    macroF1: round(macroF1(inside)),
    oosRecall: none ? null : round(caught / outside.length),
    oosPrecision: none ? null : round(declined.length === 0 ? 0 : caught / declined.length),
    oosAuroc: none ? null : round(auroc(confidences(inside), confidences(outside))),
  };
}

export function topAccuracy(outcomes: readonly Outcome[]): number {
  return share(outcomes, ({ expected, ranked }) => ranked[0] === expected);
}

/** The value below which `part` of the sorted numbers lie. */
export function percentile(numbers: readonly number[], part: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

/** What a tally says of each group, by the groups' names in order. */
export function byGroup<T, Tally>(
  items: readonly T[],
  groupOf: (item: T) => string,
  tally: (group: readonly T[]) => Tally,
): Record<string, Tally> {
  const groups = [...Map.groupBy(items, groupOf)].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(groups.map(([name, group]) => [name, tally(group)]));
}

/** Four digits: what a table of a few thousand questions can tell apart. */
export function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}

function share(outcomes: readonly Outcome[], is: (outcome: Outcome) => boolean): number {
  return outcomes.length === 0 ? 0 : round(outcomes.filter(is).length / outcomes.length);
}

function confidences(outcomes: readonly Outcome[]): number[] {
  return outcomes.map(({ confidence }) => confidence);
}

/** The mean over intents of the harmonic mean of precision and recall. */
function macroF1(outcomes: readonly Outcome[]): number {
  const intents = [...new Set(outcomes.map(({ expected }) => expected))];
  const count = (is: (outcome: Outcome) => boolean): number => outcomes.filter(is).length;
  const scores = intents.map((intent) => {
    const right = count(({ expected, ranked }) => expected === intent && ranked[0] === intent);
    const both = count(({ expected }) => expected === intent) + count(({ ranked }) => ranked[0] === intent);
    return both === 0 ? 0 : (2 * right) / both;
  });
  return intents.length === 0 ? 0 : scores.reduce((sum, score) => sum + score, 0) / intents.length;
}

/** The odds that a question in scope gets a higher confidence than one that is not; equal ones count half (Mann–Whitney). */
export function auroc(inside: readonly number[], outside: readonly number[]): number {
  const all = [
    ...inside.map((value) => ({ value, inside: true })),
    ...outside.map((value) => ({ value, inside: false })),
  ].sort((a, b) => a.value - b.value);
  let ranks = 0;
  for (let from = 0; from < all.length;) {
    let to = from;
    while (all[to]?.value === all[from]?.value && to < all.length) to++;
    const meanRank = (from + 1 + to) / 2;
    ranks += meanRank * all.slice(from, to).filter((entry) => entry.inside).length;
    from = to;
  }
  const pairs = inside.length * outside.length;
  return pairs === 0 ? 0 : (ranks - (inside.length * (inside.length + 1)) / 2) / pairs;
}
