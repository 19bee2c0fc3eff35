import { z } from 'zod';
import { groundNames } from '../core/grounds.ts';
import { ConflictId, FactId } from './ids.ts';

const Ground = z.strictObject({
  facts: z.array(FactId).default([]),
  /** Conflicts, or facts where no conflict says it. */
  flags: z.array(z.union([ConflictId, FactId])).default([]),
});

/** Each rule of a module, and no other. */
const groundsOf = <const Name extends string>(names: readonly Name[]) => z.record(z.enum(names), Ground);

/** `knowledge/grounds.yaml`: what calculations rest on beside the dated figures. */
export const GroundsFile = z.strictObject({
  fees: groundsOf(groundNames.fees),
  reimbursement: groundsOf(groundNames.reimbursement),
  deadlines: groundsOf(groundNames.deadlines),
});
export type GroundsFile = z.infer<typeof GroundsFile>;
