import { afterHandover } from './dialogs.ts';
import { resumeChoices } from './offer-resume.ts';
import type { Match } from '../../core/matching/matcher.ts';
import type { Said, Situation } from '../said.ts';
import { leaveHandover } from '../person/tell-more.ts';
import { answer } from '../topics/answer-topic.ts';

/**
 * Says goodbye, and puts the open form by: whoever comes back goes on with it. The questions after a hand-over end, and it is said
 * that it stands. Null where the desk has no goodbye.
 */
export function takeLeave(situation: Situation, match: Match | null): Said | null {
  const topic = [...situation.knowledge.answers.values()].find(({ goodbye }) => goodbye === true);
  const { dialogs: open, beneath, parked } = situation.state;
  const standing = situation.dialogs.standing(open);
  if (topic === undefined) return null;
  const said = answer(situation, topic.id, match);
  if (standing === null) return said;
  if (standing.dialog === afterHandover) {
    const { text, choices, next } = leaveHandover(situation);
    return { ...said, text: `${text}\n\n${said.text}`, choices, next: { ...said.next, ...next } };
  }
  // A question that stood under an answer was asked by nobody.
  const left = beneath === true ? parked : open;
  return { ...said, choices: resumeChoices(situation, left), next: { ...said.next, dialogs: null, parked: left } };
}
