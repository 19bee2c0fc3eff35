import { choiceOf } from '../choices/choice-value.ts';
import { personChoice } from '../person/hand-over.ts';
import { isQuestion } from '../reading/recognise-question.ts';
import type { Choice } from '../reply.ts';
import { phrase, said, type Said, type Situation } from '../said.ts';
import { titleOf, topicChoice } from './answer-topic.ts';
import { isSmallTalk } from './judge-subject.ts';

/** The sources say nothing of what was asked, or told, about a subject: said so, with what lies near it and a person. */
export function sayNothingOnThat(situation: Situation, about: string, near: readonly string[]): Said {
  const key = isQuestion(situation, situation.incoming.text) ? 'clarify.nothing-on-that' : 'clarify.told';
  const known = near.filter((id) => situation.knowledge.answers.has(id)).slice(0, mostNear);
  return said('clarify', phrase(situation, key, { topic: titleOf(situation, about) }), {
    choices: [...known.map((id) => topicChoice(situation, id)), noneOfThese(situation), personChoice(situation)],
    next: { misses: situation.state.misses },
  });
}

export function noneOfThese(situation: Situation): Choice {
  return choiceOf(phrase(situation, 'choice.none'), { kind: 'command', command: 'none' });
}

/** What was spoken of last; a greeting is about nothing. */
export function topicAtHand(situation: Pick<Situation, 'state' | 'knowledge'>): string | null {
  const about = situation.state.last?.intent;
  return about === undefined || isSmallTalk(situation, about) ? null : about;
}

const mostNear = 2;
