import { lastDecision } from '../forms/look-back.ts';
import type { Asked, Listener } from '../listener.ts';
import { nonsenseIn } from '../reading/recognise-nonsense.ts';
import { isOneOf } from '../../text/typed-words.ts';
import { decline } from '../topics/clarify.ts';
import { isSubject } from '../topics/judge-subject.ts';

/** "7*8", "asdf gh", "+1 from me", one word three times: no subject may be found in what asks nothing. */
export const nonsense: Listener = {
  name: 'nonsense',
  hear: (asked) => (asksNothing(asked) ? decline(asked, null, 'decline.unreadable') : null),
};

function asksNothing(asked: Asked): boolean {
  const { knowledge, incoming } = asked;
  const nothing = Object.values(knowledge.reactions).flatMap((words) => words.nothing);
  if (isOneOf(incoming.text, nothing)) return true;
  const kind = nonsenseIn(incoming.text, Object.values(knowledge.words), nothing);
  const meant =
    asked.match.kind === 'answer' ? knowledge.answers.get(asked.match.ranked[0]?.intent ?? '')?.kind : undefined;
  switch (kind) {
    case null:
      return false;
    case 'sum':
      // "30" after a decision may be one of its facts.
      return lastDecision(asked) === null;
    case 'repeated':
      return meant !== 'smalltalk';
    case 'no-word':
      // A name of our subject, or one misspelt, is in no dictionary.
      return !isSubject(meant);
  }
}
