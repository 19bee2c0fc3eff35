import type { Situation } from '../said.ts';
import { isQuestion } from '../reading/recognise-question.ts';
import { formOfPerson } from '../forms/find-form.ts';
import { wordsOf } from '../../text/typed-words.ts';
import { rankedAfter, topicsAfter } from './find-next-topic.ts';

/**
 * "I don't have the card yet", told after an answer, asks for what the answer means then: of the topics that follow it the one that
 * the message with its title is surest of.
 */
export function topicOfCircumstance(situation: Situation): string | null {
  const { incoming, state, dialogs, knowledge } = situation;
  const about = state.last?.intent;
  if (about == null || dialogs.standing(state.dialogs) !== null || !knowledge.answers.has(about)) return null;
  const words = wordsOf(incoming.text).length;
  if (words < fewestWords || words > mostWords || isQuestion(situation, incoming.text)) return null;
  if (formOfPerson(situation) !== null) return null;
  const [best, second] = rankedAfter(situation, about).filter(({ intent }) => intent !== about);
  if (best === undefined || !topicsAfter(situation, about).includes(best.intent)) return null;
  return best.score >= surely && best.score - (second?.score ?? 0) >= lead ? best.intent : null;
}

const fewestWords = 3;
const mostWords = 9;
const surely = 0.25;
const lead = 0.1;
