import { deadline } from './deadline/form.ts';
import type { FormDefinition } from './define-form.ts';
import { eligibility } from './eligibility/form.ts';
import { handover } from './handover/form.ts';
import { quote } from './quote/form.ts';
import { reimbursement } from './reimbursement/form.ts';

/** The only list of forms. The first is offered to whoever has asked nothing yet; of equals the first is taken. */
export const forms: readonly FormDefinition[] = [eligibility, quote, reimbursement, deadline, handover];
