import { afterHandover } from '../forms/dialogs.ts';
import type { Asked, Listener } from '../listener.ts';
import { isAnswered } from '../inside/is-answered.ts';
import { askedOfHandover } from '../person/answer-about-handover.ts';
import type { ReactionName } from '../../knowledge/reactions-schema.ts';
import { react } from '../reactions/react.ts';
import { reactionIn } from '../reactions/recognise-reaction.ts';
import type { Said } from '../said.ts';
import { isOneOf } from '../../text/typed-words.ts';

/** "What?", "are you sure?", "too long", "ok and?": what is said to the last reply; before the choices, whose words it may have. */
export const reaction: Listener = {
  name: 'reaction',
  hear: async (asked) => {
    const found = heardIn(asked);
    if (found === null || isForAnother(asked) || (inAnswers.has(found) && isOfForm(asked))) return null;
    const said = await react(asked, found);
    return said === null ? null : withComment(asked, said);
  },
};

/** In the conversation's language, then in the desk's others: "what?" in a French conversation. */
function heardIn({ knowledge, language, incoming }: Asked): ReactionName | null {
  for (const one of [language, ...knowledge.languages.filter((other) => other !== language)]) {
    const [words, reading] = [knowledge.reactions[one], knowledge.reading[one]];
    const found = words === undefined || reading === undefined ? null : reactionIn(incoming.text, words, reading);
    if (found !== null) return found;
  }
  return null;
}

/** A hand-over that was just made, and an open form's question that it answers, come first. */
function isForAnother(asked: Asked): boolean {
  const open = asked.dialogs.standing(asked.state.dialogs);
  if (open?.dialog === afterHandover || askedOfHandover(asked) !== null) return true;
  return open !== null && asked.state.beneath !== true && isPlainAnswer(asked);
}

/** "I already did", "they said no": of a form's question it may be the answer. */
const inAnswers: ReadonlySet<ReactionName> = new Set(['contradicted', 'done']);

function isOfForm(asked: Asked): boolean {
  if (asked.dialogs.standing(asked.state.dialogs) === null) return false;
  return asked.state.beneath !== true || isAnswered(asked, asked.match);
}

/** "Sure", "that's all": a reaction elsewhere, an answer to a form. "Are you sure" is none, whatever words it has. */
function isPlainAnswer({ knowledge, language, incoming }: Asked): boolean {
  const reading = knowledge.reading[language];
  if (reading === undefined) return false;
  const { yes, no, unknown, skip, agreed } = reading;
  return isOneOf(incoming.text, yes, no, unknown, skip, agreed);
}

/** Said after "it did not help", it is the reason as well. */
function withComment({ state, incoming }: Asked, said: Said): Said {
  if (state.rating?.stage !== 'comment') return said;
  const { about } = state.rating;
  const noted = { kind: 'feedback', about, helpful: false, comment: incoming.text } as const;
  return { ...said, effects: [...said.effects, noted], next: { ...said.next, rating: null } };
}
