import type { Match } from '../../core/matching/matcher.ts';
import type { ReadingFile } from '../../knowledge/conversation-schema.ts';
import { askedIn, type Facts, type Standing, type ToldHere } from '../forms/dialogs.ts';
import { opensAsCorrection } from '../reading/recognise-question.ts';
import { dialogTurn, type Said, type Situation } from '../said.ts';

/** A message while a form is open, and what it tells the form. */
export type Inside = {
  readonly situation: Situation;
  readonly match: Match;
  readonly standing: Standing;
  readonly reading: ReadingFile;
  readonly heard: ToldHere;
  /** Whether the form learns nothing of it, nor half of something. */
  readonly tellsNothing: boolean;
};

/** One thing that a message can be while a form is open. It says what is done, or null: then the next one is asked. */
export type Ear = (inside: Inside) => Said | null | Promise<Said | null>;

export function insideOf(situation: Situation, match: Match): Inside {
  const standing = situation.dialogs.standing(situation.state.dialogs);
  const reading = situation.knowledge.reading[situation.language];
  if (standing === null || reading === undefined) throw new RangeError(`No form is open in ${situation.language}`);
  const told = toldIn(situation, askedIn(standing), standing);
  const heard = { ...told, facts: { ...told.facts, ...corrected(situation, standing) } };
  const tellsNothing = Object.keys(heard.facts).length === 0 && heard.unclear.length === 0;
  return { situation, match, standing, reading, heard, tellsNothing };
}

export function toldIn(situation: Situation, asking: string | null, standing: Standing): ToldHere {
  const { text } = situation.incoming;
  return situation.dialogs.hear(standing.dialog, text, asking, dialogTurn(situation), standing.facts);
}

/** "Sorry, 28" after an age: what opens as a correction and says nothing else is about what was told last. */
function corrected(situation: Situation, standing: Standing): Facts {
  const last = Object.keys(standing.facts).at(-1);
  if (last === undefined || !opensAsCorrection(situation)) return {};
  const value = toldIn(situation, last, standing).facts[last];
  return value === undefined || value === standing.facts[last] || last in toldIn(situation, null, standing).facts
    ? {}
    : { [last]: value };
}
