import type { Case } from './case.ts';
import { holds } from './circumstances.ts';
import { named } from './content.ts';

/** What comes beside the regime, only where its condition is known to hold. A7, whom to call, is for questions about that. */
export function addOnsOf(subject: Case): readonly string[] {
  const { addOns } = subject.law.guidance;
  return subject.content.addOns.filter((id) => holds(named(addOns, id, 'addOns of knowledge/guidance.yaml'), subject));
}
