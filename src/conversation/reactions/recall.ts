import { decidedLately } from '../forms/look-back.ts';
import { starters } from '../commands/offer-starters.ts';
import { dialogTurn, phrase, said, type Said, type Situation } from '../said.ts';
import { topicsBefore } from '../state.ts';
import { titleOf, topicChoice } from '../topics/answer-topic.ts';
import { isOffered } from '../topics/judge-subject.ts';

/** "What did you tell me yesterday?": the subjects spoken of, the newest first, and the facts of the last decision. */
export function recall(situation: Situation): Said {
  const topics = topicsBefore(situation.state).filter((id) => isOffered(situation, id));
  const decided = decidedLately(situation);
  const facts =
    decided === null
      ? ''
      : situation.dialogs
          .told(decided.form, decided.facts, dialogTurn(situation))
          .map(({ text }) => text)
          .join(', ');
  if (topics.length === 0 && facts === '')
    return said('command', phrase(situation, 'reaction.recall.nothing'), { choices: starters(situation) });
  const titles = topics.map((id) => `- ${titleOf(situation, id)}`).join('\n');
  const told = facts === '' ? [] : [phrase(situation, 'reaction.recall.facts', { facts })];
  const spoken = topics.length === 0 ? [] : [`${phrase(situation, 'reaction.recall.topics')}\n\n${titles}`];
  return said('command', [...spoken, ...told].join('\n\n'), {
    intent: topics[0] ?? decided?.form ?? null,
    choices: topics.map((id) => topicChoice(situation, id)),
    next: { misses: 0 },
  });
}
