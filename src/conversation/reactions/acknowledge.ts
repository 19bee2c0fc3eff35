import { starters } from '../commands/offer-starters.ts';
import type { Choice } from '../reply.ts';
import { phrase, said, type Said, type Situation } from '../said.ts';
import { topicChoice } from '../topics/answer-topic.ts';
import { topicsAfter } from '../topics/find-next-topic.ts';
import { isOffered } from '../topics/judge-subject.ts';

/** Nothing was asked: says that it was read, and offers what can be asked next. */
export function acknowledge(situation: Situation): Said {
  return said('smalltalk', phrase(situation, 'acknowledged'), { choices: goingOn(situation), next: { misses: 0 } });
}

/** What often follows the last subject, else where one can begin. */
function goingOn(situation: Situation): readonly Choice[] {
  const about = situation.state.last?.intent;
  const next = about === undefined ? [] : topicsAfter(situation, about).filter((id) => isOffered(situation, id));
  return next.length === 0 ? starters(situation) : next.slice(0, mostOffered).map((id) => topicChoice(situation, id));
}

const mostOffered = 2;
