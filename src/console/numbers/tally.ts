import type { TurnDecision } from '../../conversation/reply.ts';
import type { Count } from '../../ports/numbers.ts';

/** What came of a question, as one asks of it in numbers. */
export const outcomes = Object.freeze(['answered', 'asked', 'declined', 'handed-over', 'other'] as const);
export type OutcomeName = (typeof outcomes)[number];

export type Tally = { readonly key: string; readonly all: number } & Readonly<Record<OutcomeName, number>>;

/** Counts by key, the greatest first; `nameOf` may put several keys together, or leave one out by null. */
export function tally(counts: readonly Count[], nameOf: (key: string | null) => string | null): readonly Tally[] {
  const rows = new Map<string, Record<OutcomeName, number>>();
  for (const { key, decision, count } of counts) {
    const name = nameOf(key);
    if (name === null) continue;
    const row = rows.get(name) ?? { answered: 0, asked: 0, declined: 0, 'handed-over': 0, other: 0 };
    row[outcomeOf[decision]] += count;
    rows.set(name, row);
  }
  return [...rows]
    .map(([key, row]) => ({ key, all: Object.values(row).reduce((sum, count) => sum + count, 0), ...row }))
    .sort((a, b) => b.all - a.all || (a.key < b.key ? -1 : 1));
}

/** The Monday of a day's week: `2026-11-16`. */
export function weekOf(day: string): string {
  const date = new Date(day);
  const sinceMonday = (date.getUTCDay() + 6) % 7;
  return new Date(date.getTime() - sinceMonday * 86_400_000).toISOString().slice(0, 10);
}

export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[middle]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** What comes to an outcome. */
export function decisionsOf(outcome: OutcomeName): readonly TurnDecision[] {
  return (Object.keys(outcomeOf) as TurnDecision[]).filter((decision) => outcomeOf[decision] === outcome);
}

const outcomeOf: Readonly<Record<TurnDecision, OutcomeName>> = Object.freeze({
  answer: 'answered',
  clarify: 'asked',
  dialog: 'asked',
  decline: 'declined',
  gap: 'declined',
  handover: 'handed-over',
  emergency: 'answered',
  smalltalk: 'other',
  command: 'other',
  held: 'handed-over',
});
