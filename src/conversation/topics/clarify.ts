import type { Match } from '../../core/matching/matcher.ts';
import { scores, topicChoice } from './answer-topic.ts';
import { choiceOf } from '../choices/choice-value.ts';
import { personChoice } from '../person/hand-over.ts';
import { phrase, said, type Said, type Situation } from '../said.ts';

/** With "none of these" at most three choices: more is a menu. */
const mostCandidates = 2;

/** "Did you mean …": the candidates in the student's words, never an internal name. */
export function whichOne(situation: Situation, match: Match): Said {
  return askBetween(
    situation,
    match.candidates.map(({ intent }) => intent),
    'clarify.question',
    match,
  );
}

export function askBetween(
  situation: Situation,
  candidates: readonly string[],
  question: string,
  match: Match | null,
): Said {
  const choices = candidates.slice(0, mostCandidates).map((id) => topicChoice(situation, id));
  return said('clarify', phrase(situation, question), {
    intent: null,
    choices: [...choices, choiceOf(phrase(situation, 'choice.none'), { kind: 'command', command: 'none' })],
    ...scores(match, null),
  });
}

/**
 * Not ours, or not understood. The first time it says what the desk is for and names a way on; from the second time in a
 * row it offers a person; it never asks to rephrase again.
 */
export function decline(situation: Situation, match: Match | null, first = 'decline.first'): Said {
  const misses = situation.state.misses + 1;
  const key = misses === 1 ? first : misses === 2 ? 'decline.second' : 'decline.again';
  return said('decline', phrase(situation, key), {
    choices:
      misses === 1
        ? [choiceOf(phrase(situation, 'choice.help'), { kind: 'command', command: 'help' }), personChoice(situation)]
        : [personChoice(situation)],
    feedback: true,
    ...scores(match, null),
    next: { misses },
  });
}
