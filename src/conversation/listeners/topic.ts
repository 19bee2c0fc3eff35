import { answerFirst } from '../topics/answer-first.ts';
import { isLong } from '../reading/find-questions.ts';
import { isBarelyMeant } from '../topics/clarify.ts';
import { isOffered, isSmallTalk, speaksOfOurs } from '../topics/judge-subject.ts';
import type { Asked, Listener } from '../listener.ts';

/** A topic that the matcher is sure of, and the form of their own case where it is one. */
export const topic: Listener = {
  name: 'topic',
  hear: (asked) => {
    const [best] = asked.match.ranked;
    if (asked.match.kind !== 'answer' || best === undefined) return null;
    if (isBesideTheMatter(asked, best) || isBarelyMeant(asked, asked.match)) return null;
    return answerFirst(asked, best.intent, asked.match);
  },
};

/** "Who helps me when the CPAM does not answer" asks for no introduction: who names our subject, or writes a letter, is not idly talking. */
function isBesideTheMatter(asked: Asked, { intent, score }: Asked['match']['ranked'][number]): boolean {
  if (isSmallTalk(asked, intent) && isLong(asked.incoming.text)) return true;
  return score < surelyIdle && !isOffered(asked, intent) && speaksOfOurs(asked);
}

/** Below it, small talk and what is not ours are doubted where our subject is named. */
const surelyIdle = 0.75;
