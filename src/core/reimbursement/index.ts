/** Reimbursement: one act of care and the dated tariffs in, who pays what out. */
export { reimburse, type Reimbursement } from './reimburse.ts';
export { parseReimbursement, reimbursementSchema } from './request.ts';
