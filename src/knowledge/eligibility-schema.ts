import { z } from 'zod';
import { circumstanceNames, dimensionNames, feeKinds, mandatoryValues } from '../core/eligibility/index.ts';
import { ConflictId, FactId, Id } from './ids.ts';

/** The files that say what a decision of the eligibility table comes to. */

const circumstances = z.array(z.enum(circumstanceNames)).default([]);
/** Said of those of whom all of `when` holds and none of `not`. */
const condition = { when: circumstances, not: circumstances };

/** An item of guidance.yaml: its id alone, or with whom it is for. */
const Mention = z.union([
  Id.transform((say) => ({ say, when: [], not: [] })),
  z.strictObject({ say: Id, ...condition }),
]);

/** A conflict or a fact to show, a point that no source settles, or both. */
const Remark = z
  .strictObject({ flag: z.union([ConflictId, FactId]).optional(), open: Id.optional(), ...condition })
  .refine(({ flag, open }) => flag !== undefined || open !== undefined, 'a "flag", an "open" point, or both');

const AddOnId = z.string().regex(/^A\d$/, 'an add-on of guidance.yaml, e.g. A4');

/** `knowledge/eligibility/<row>.yaml`: what a row of the table says. Its sentences are phrases of the namespace `eligibility`. */
export const RowFile = z.strictObject({
  outcome: z.string().regex(/^[A-Z0-9]+(-[A-Z0-9]+)*$/, 'a code in capitals, e.g. "GEN" or "PRIV-SHORT"'),
  mandatory: z.literal(mandatoryValues),
  fee: z.literal(feeKinds),
  headlines: z.array(Mention).default([]),
  because: z.array(z.strictObject({ met: z.enum(dimensionNames), facts: z.array(FactId).min(1) })).min(1),
  steps: z.array(Mention).min(1),
  papers: z.array(z.array(Mention).min(1)),
  alternatives: z.array(Mention),
  addOns: z.array(AddOnId),
  remarks: z.array(Remark),
  conflicts: z.array(ConflictId),
  notComputed: z.array(Id),
});
export type RowFile = z.infer<typeof RowFile>;

const entries = (least: number) =>
  z.record(Id, z.strictObject({ facts: z.array(FactId).min(least), place: Id.optional(), ...condition }));

/** `knowledge/guidance.yaml`: the steps, papers, other ways and open points that rows name, each once. */
export const GuidanceFile = z.strictObject({
  /** Some ask a person only, which no fact has to bear out. */
  steps: entries(0),
  papers: entries(1),
  alternatives: entries(1),
  open: entries(1),
  addOns: z.record(AddOnId, z.strictObject(condition)),
  remarks: z.array(Remark),
});
export type GuidanceFile = z.infer<typeof GuidanceFile>;
