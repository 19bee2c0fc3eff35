/** Reimbursement: one act of care and the dated tariffs in, who pays what out. */
export { reimburse, type Tariffs } from './reimburse.ts';
export { parseReimbursement, reimbursementSchema } from './request.ts';
export type { Reimbursement } from './result.ts';
