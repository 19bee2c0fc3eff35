import { personChoice } from '../person/hand-over.ts';
import type { Choice } from '../reply.ts';
import type { Situation } from '../said.ts';
import { topicChoice } from '../topics/answer-topic.ts';

/** Where somebody can begin who does not know what to ask: the first form, what is asked most, a person. */
export function starters(situation: Situation): Choice[] {
  const topics = situation.speaker
    .list(situation.language, 'conversation:starters')
    .filter((id) => situation.knowledge.answers.has(id));
  return [
    ...situation.knowledge.forms.slice(0, 1).map((form) => topicChoice(situation, form)),
    ...topics.map((id) => topicChoice(situation, id)),
    personChoice(situation),
  ];
}
