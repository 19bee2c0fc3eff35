import type { Asked, Listener } from '../listener.ts';
import { acknowledge } from '../reactions/acknowledge.ts';
import { tellsOnly } from '../reading/tells-only.ts';
import { isOneOf, wordsOf } from '../../text/typed-words.ts';
import { isSubject } from '../topics/judge-subject.ts';
import { isSure } from '../topics/match-question.ts';

/** "Yes, I have declared a doctor", said to an answer: it was read, and is no question about doctors unless that is certain. */
export const toldBack: Listener = {
  name: 'told-back',
  hear: (asked) => (saysYes(asked) && !isSure(asked.match, surely) ? acknowledge(asked) : null),
};

function saysYes(asked: Asked): boolean {
  const { knowledge, language, state, incoming } = asked;
  const isAnswered = isSubject(knowledge.answers.get(state.last?.intent ?? '')?.kind);
  // "I have" alone is a yes, and opens a question as well.
  const [first = ''] = wordsOf(incoming.text);
  return isAnswered && isOneOf(first, knowledge.reading[language]?.yes ?? []) && tellsOnly(asked);
}

const surely = 0.85;
