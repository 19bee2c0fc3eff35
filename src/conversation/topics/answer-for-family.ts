import { asksForFamily } from '../reading/ask-for-family.ts';
import type { Said, Situation } from '../said.ts';
import { answer, topicChoice } from './answer-topic.ts';
import { topicNamed } from './find-next-topic.ts';
import { isSubject } from './judge-subject.ts';

/** "Is it the same for my wife?" after an answer: how one's family is insured, with what was spoken of among the choices. */
export function answerForFamily(situation: Situation): Said | null {
  const { state, knowledge, language, incoming, dialogs } = situation;
  const reading = knowledge.reading[language];
  const about = state.last?.intent ?? '';
  const isAtHand = isSubject(knowledge.answers.get(about)?.kind) && dialogs.standing(state.dialogs) === null;
  if (!isAtHand || reading === undefined || !asksForFamily(incoming.text, reading)) return null;
  const family = topicNamed(situation, 'for-family');
  if (family === null) return null;
  const answered = answer(situation, family, null);
  if (about === family) return answered;
  return { ...answered, choices: [topicChoice(situation, about), ...answered.choices] };
}
