import type { Match } from '../../core/matching/matcher.ts';
import { answer } from './answer-topic.ts';
import { factsFor, formBeneath } from '../forms/find-form.ts';
import { startForm } from '../forms/interview.ts';
import { aboveForm } from '../forms/join-answer.ts';
import type { Said, Situation } from '../said.ts';

/** A topic's answer, with the first question of the form under it where the question is the student's own case. */
export async function answerFirst(situation: Situation, topic: string, match: Match): Promise<Said> {
  const answered = answer(situation, topic, match);
  const form = formBeneath(situation, match, topic);
  if (form === null) return answered;
  const begun = await startForm(situation, form, factsFor(situation, form), null);
  // A case that is not the student's own says so itself.
  const joined = aboveForm(situation, answered, begun, situation.whose.about === null ? 'beneath' : null);
  return { ...joined, next: { ...begun.next, last: answered.next.last ?? null, beneath: begun.asking !== null } };
}
