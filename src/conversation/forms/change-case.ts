import { afterHandover, formIn, type Facts } from './dialogs.ts';
import { factsFor } from './find-form.ts';
import { startForm } from './interview.ts';
import { decidedLately } from './look-back.ts';
import { ownToldBefore } from './own-told.ts';
import { ofCase } from './of-case.ts';
import type { Asked, Later } from '../listener.ts';
import type { Said } from '../said.ts';

/**
 * The form at hand, begun for the other person that the message is about, or for the student again, with what was told of them
 * alone. A message that begins none is heard as if it were about the case whose form is open.
 */
export async function changeCase(asked: Asked, later: Later): Promise<Said | null> {
  const open = asked.dialogs.standing(asked.state.dialogs);
  const decided = decidedLately(asked);
  const atHand = open === null ? decided : { form: open.dialog, about: open.about };
  const { about } = asked.whose;
  if (atHand === null || atHand.form === afterHandover || atHand.about === about) return null;
  const told = factsFor(asked, atHand.form);
  if (!isMeant(asked, atHand.form, told))
    return open === null ? null : later({ ...asked, whose: ofCase(asked, open.about).whose });
  const before = about === null ? ownToldBefore(asked, atHand.form) : {};
  return startForm(asked, atHand.form, { ...before, ...told }, null, told);
}

/** What is told is taken, unless a topic answers it; nothing need be told where the question itself is the form's. */
function isMeant({ whose, knowledge, match }: Asked, form: string, told: Facts): boolean {
  const [best] = match.ranked;
  const answer = knowledge.answers.get(best?.intent ?? '');
  const asksForIt = formIn(knowledge, best?.intent) === form || (answer?.opens === true && answer.offers === form);
  const tells = Object.keys(told).length > 0 && (whose.turned || match.kind !== 'answer');
  return whose.alone || tells || (match.kind === 'answer' && asksForIt);
}
