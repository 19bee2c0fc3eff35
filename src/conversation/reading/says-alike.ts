import type { Knowledge } from '../../knowledge/schema.ts';
import { ofEach } from '../../text/remember.ts';
import { isOneOf, wordsOf } from '../../text/typed-words.ts';
import { afterHandover, askedIn } from '../forms/dialogs.ts';
import type { Incoming } from '../reply.ts';
import type { TurnParts } from '../said.ts';
import type { ConversationState } from '../state.ts';
import { termsIn } from './terms.ts';

/** "Feuille de soins", "attestation de droits": a term that the language's own vocabulary has may stand alone in it. */
export function isTerm(knowledge: Pick<Knowledge, 'vocabulary'>, text: string, language: string): boolean {
  return isOneOf(text, ...termsIn(knowledge, language));
}

/** "Umano", "Live Chat": what a language has for a command or for asking for a person is as good as its own there. */
export function isSaidWhole(
  { person, reading }: Pick<Knowledge, 'person' | 'reading'>,
  text: string,
  language: string,
): boolean {
  const commands = Object.values(reading[language]?.commands ?? {});
  return isOneOf(text, person[language]?.whole ?? [], ...commands);
}

/** Whether every word of a message answers the open form in a language: "São Paulo" is a place in all of them. */
export function isAnswerIn(
  { dialogs }: Pick<TurnParts, 'dialogs'>,
  { text, on }: Pick<Incoming, 'text' | 'on'>,
  state: Pick<ConversationState, 'dialogs'>,
  language: string,
): boolean {
  const standing = dialogs.standing(state.dialogs);
  // What is told to a person is taken as it is written.
  if (standing === null || standing.dialog === afterHandover) return false;
  const { heard } = dialogs.hear(standing.dialog, text, askedIn(standing), { language, on }, standing.facts);
  const told = new Set(heard.flatMap(({ words }) => wordsOf(words)));
  return wordsOf(text).every((word) => told.has(word));
}

/** "Non merci", "nein danke": a reply that a language has is as good as its own, whatever words it shares with another. */
export function isReplyIn({ reading }: Pick<Knowledge, 'reading'>, text: string, language: string): boolean {
  const own = reading[language];
  return own !== undefined && isOneOf(text, repliesOf(own));
}

/** "No", "I don't know", "why so much": said to whatever the desk said last, in any language, and nothing besides. */
export function isBareReply({ reading, reactions }: Pick<Knowledge, 'reading' | 'reactions'>, text: string): boolean {
  return isOneOf(text, answersIn(reading), reactionsIn(reactions));
}

const repliesOf = ofEach(({ yes, no, agreed, skip, unknown }: Knowledge['reading'][string]) =>
  [yes, no, agreed, skip, unknown].flat(),
);
const answersIn = ofEach((reading: Knowledge['reading']) => Object.values(reading).flatMap(repliesOf));
const reactionsIn = ofEach((reactions: Knowledge['reactions']) =>
  Object.values(reactions).flatMap((said) => Object.values(said.reactions).flat()),
);
