import { lastDecision } from '../forms/look-back.ts';
import type { Asked, Listener } from '../listener.ts';
import { nonsenseIn } from '../reading/recognise-nonsense.ts';
import { allTerms } from '../reading/terms.ts';
import { ofEach } from '../../text/remember.ts';
import { isNear } from '../../text/respell.ts';
import { isOneOf, wordsOf } from '../../text/typed-words.ts';
import { decline } from '../topics/clarify.ts';
import { isSubject } from '../topics/judge-subject.ts';

/** "7*8", "asdf gh", "+1 from me", "I don't know", one word three times: no subject may be found in what asks nothing. */
export const nonsense: Listener = {
  name: 'nonsense',
  hear: (asked) => (asksNothing(asked) ? decline(asked, null, 'decline.unreadable') : null),
};

function asksNothing(asked: Asked): boolean {
  const { knowledge, incoming } = asked;
  const nothing = sayingNothing(knowledge.reactions);
  if (isOneOf(incoming.text, nothing, notKnowing(knowledge.reading))) return true;
  const kind = nonsenseIn(incoming.text, Object.values(knowledge.words), nothing);
  const best = asked.match.kind === 'answer' ? asked.match.ranked[0] : undefined;
  const meant = knowledge.answers.get(best?.intent ?? '')?.kind;
  switch (kind) {
    case null:
      return false;
    case 'sum':
      // "30" after a decision may be one of its facts.
      return lastDecision(asked) === null;
    case 'repeated':
      return meant !== 'smalltalk';
    case 'no-word':
      // A name of our subject, or one misspelt, is in no dictionary; nor is "mrc bcp".
      if (meant === 'smalltalk' && (best?.score ?? 0) >= surely) return false;
      return !isSubject(meant) && !isMisspelt(asked);
  }
}

const sayingNothing = ofEach((reactions: Asked['knowledge']['reactions']) =>
  Object.values(reactions).flatMap(({ nothing }) => nothing),
);

/** Asked nothing, who does not know asks nothing either. */
const notKnowing = ofEach((reading: Asked['knowledge']['reading']) =>
  // A phrase of signs alone has nothing that is compared: every other message of signs would be the same as it.
  Object.values(reading).flatMap(({ unknown }) => unknown.filter((said) => /\p{L}/u.test(said))),
);

/** A slip away from a word of our subject. */
function isMisspelt({ knowledge, incoming }: Asked): boolean {
  const ours = longTermsOf(knowledge);
  return wordsOf(incoming.text).some((word) => isNear(word, ours, longEnough));
}

const longTermsOf = ofEach((knowledge: Asked['knowledge']) => {
  const words = allTerms(knowledge).flatMap((term) => wordsOf(term));
  return new Set(words.filter(({ length }) => length >= longEnough));
});

const longEnough = 5;
/** "Asdf jkl" is nearest to a test, and not as sure as what is said every day. */
const surely = 0.9;
