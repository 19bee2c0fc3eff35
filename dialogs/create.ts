import type { Dialogs } from '../src/conversation/dialogs.ts';
import type { Speaker } from '../src/conversation/say.ts';
import type { Knowledge } from '../src/knowledge/schema.ts';
import { deadlineForm } from './forms/deadline.ts';
import { eligibilityForm } from './forms/eligibility/form.ts';
import { handoverForm } from './forms/handover.ts';
import { quoteForm } from './forms/quote.ts';
import { reimbursementForm } from './forms/reimbursement.ts';
import { createReader } from './reading/reader.ts';
import { createDialogs } from './run.ts';

/** The desk's forms over one knowledge; a desk that sells nothing makes no quotes. */
export function createForms(knowledge: Knowledge, speaker: Speaker): Dialogs {
  const { rates, conflicts, desk, grounds } = knowledge;
  const reader = createReader(knowledge);
  const offers = knowledge.offers.get(desk.offers ?? '') ?? null;
  const sold = offers === null ? [] : [quoteForm(offers, grounds, speaker, reader)];
  return createDialogs(
    [
      eligibilityForm({ law: knowledge, desk, speaker, reader }),
      reimbursementForm(knowledge, speaker, reader),
      deadlineForm({ rates, offers, grounds, conflicts, speaker, reader }),
      handoverForm(speaker, reader),
      ...sold,
    ],
    speaker,
    () => {
      reader.warm();
    },
  );
}
