import { AppError } from '../errors.ts';
import type { Condition } from './condition.ts';
import type { Dimension } from './dimensions.ts';

/** What a row says, as `knowledge/eligibility/<row>.yaml` holds it: ids alone, their sentences are phrases. */
export type RowContent = {
  /** A code of the sheet: `GEN`, `PRIV-SHORT`. */
  readonly outcome: string;
  readonly mandatory: Mandatory;
  readonly fee: FeeKind;
  /** Verdicts of cases that the row's own sentence is too sure for, the first that holds. */
  readonly headlines: readonly Mention[];
  /** Facts, and what of the student meets them: the sheet's column "cites", documents first. */
  readonly because: readonly { readonly met: Dimension; readonly facts: readonly string[] }[];
  /** What to do next, in order. */
  readonly steps: readonly Mention[];
  /** Papers to gather, by the step of the way at which they are asked for. */
  readonly papers: readonly (readonly Mention[])[];
  /** Other ways than the row's own, the better one first. */
  readonly alternatives: readonly Mention[];
  readonly addOns: readonly string[];
  readonly remarks: readonly Remark[];
  /** What the documents say differently about this outcome, beside the flags. */
  readonly conflicts: readonly string[];
  /** What a reader might take to be part of the decision and is not. */
  readonly notComputed: readonly string[];
};

/** About registering in France; being insured is an obligation in every case. Null: not settled. */
export const mandatoryValues = [true, false, 'optional', 'not-possible', null] as const;
export type Mandatory = (typeof mandatoryValues)[number];

/** Nothing to pay, the year's student contribution, or no public price. */
export const feeKinds = ['free', 'contribution', null] as const;
export type FeeKind = (typeof feeKinds)[number];

/** An item of the guidance, by its id. */
export type Mention = Condition & { readonly say: string };

/** What stands beside a decision: a conflict or a fact (`flag`), and a point that no source settles (`open`), or both. */
export type Remark = Condition & { readonly flag?: string | undefined; readonly open?: string | undefined };

/** `knowledge/guidance.yaml`: what the rows name, each once. */
export type Guidance = {
  readonly steps: Readonly<Record<string, Entry>>;
  readonly papers: Readonly<Record<string, Entry>>;
  readonly alternatives: Readonly<Record<string, Entry>>;
  readonly open: Readonly<Record<string, Entry>>;
  readonly addOns: Readonly<Record<string, Condition>>;
  /** On any row, after its own. */
  readonly remarks: readonly Remark[];
};

/** The facts of a paper, a step, another way or an open point, and the place of `knowledge/places.yaml` where it is done. */
export type Entry = Condition & { readonly facts: readonly string[]; readonly place?: string | undefined };

/** @throws AppError `knowledge/unknown-reference` when no file of `knowledge/eligibility/` has this name. */
export function contentOf(row: string, rows: Readonly<Record<string, RowContent>>): RowContent {
  return named(rows, row, `knowledge/eligibility/${row}.yaml`);
}

/** @throws AppError `knowledge/unknown-reference` when a row names what the guidance does not hold. */
export function named<T>(all: Readonly<Record<string, T>>, id: string, where: string): T {
  const found = all[id];
  if (found === undefined) throw new AppError('knowledge/unknown-reference', `No "${id}": add it to ${where}`, { id });
  return found;
}
