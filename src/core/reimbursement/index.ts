/** Reimbursement: one act of care and the dated tariffs in, who pays what out. */
export { reimburse, type Reimbursement, type ReimbursementResult } from './reimburse.ts';
export { parseReimbursement, reimbursementSchema, type ReimbursementRequest } from './request.ts';
