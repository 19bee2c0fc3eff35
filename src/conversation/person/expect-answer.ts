import { answerBy } from '../../core/opening.ts';
import { openingOf } from '../../knowledge/read-opening.ts';
import { sayMoment } from '../../voice/opening-hours.ts';
import { phrase, type Situation } from '../said.ts';

/**
 * By when a person of the desk answers, as a sentence; none where nobody knows the hour or the desk's hours, or where a folder of
 * before has no words for it.
 */
export function answerExpected(situation: Situation): readonly string[] {
  const by = answerTime(situation);
  if (by === null || !situation.speaker.has(situation.language, 'conversation:handover.expected')) return [];
  return [phrase(situation, 'handover.expected', { when: by })];
}

/** "Friday, 27 November, 16:30"; null where it cannot be told. */
export function answerTime({ knowledge, incoming, language }: Situation): string | null {
  const opening = openingOf(knowledge.desk);
  if (opening === null || incoming.moment === undefined) return null;
  const by = answerBy(opening, incoming.moment);
  return by === null ? null : sayMoment(by, knowledge.vocabulary[language]?.culture ?? language);
}
