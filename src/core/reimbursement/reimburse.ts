import type { Rates } from '../dated.ts';
import type { Grounds } from '../grounds.ts';
import { reimburseGp } from './gp.ts';
import { reimburseDays } from './hospital-days.ts';
import type { ReimbursementRequest } from './request.ts';
import type { ReimbursementResult } from './result.ts';

/** What an act is paid by. */
export type Tariffs = { readonly rates: Rates; readonly grounds: Grounds };

/** What comes back from an act, by the tariffs of its own days. */
export function reimburse(request: ReimbursementRequest, { rates, grounds }: Tariffs): ReimbursementResult {
  return request.act === 'gp'
    ? reimburseGp(request, rates, grounds.reimbursement)
    : reimburseDays(request, rates, grounds.reimbursement);
}
