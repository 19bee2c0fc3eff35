import { isWhole } from '../commands/read-command.ts';
import { goOn } from '../forms/interview.ts';
import { longestMention } from '../../text/typed-words.ts';
import type { Ear } from './inside.ts';

/** "I don't know", "ok": the whole of a message. */
export const plainReply: Ear = ({ situation, reading }) => {
  const { text } = situation.incoming;
  if (isWhole(text, reading.unknown, reading)) return goOn(situation, { kind: 'unknown' });
  return isWhole(text, reading.agreed, reading) ? goOn(situation, { kind: 'ask-again' }) : null;
};

/** What is told to the form: its answer, another fact, half of one. */
export const told: Ear = ({ situation, heard: { facts, unsure, unclear }, tellsNothing }) =>
  tellsNothing ? null : goOn(situation, { kind: 'facts', facts, unsure, unclear });

/** "My father asked for it, I don't know": not known, among other words. */
export const notKnown: Ear = ({ situation, reading }) =>
  longestMention(situation.incoming.text, reading.unknown) === null ? null : goOn(situation, { kind: 'unknown' });
