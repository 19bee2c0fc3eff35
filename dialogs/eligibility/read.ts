import { situationSchema } from '../../src/core/eligibility/index.ts';
import type { Facts, ToldHere } from '../../src/conversation/forms/dialogs.ts';
import type { Hears } from '../define-form.ts';
import { isKnownDay } from '../known-day.ts';
import { toldHere } from '../told-here.ts';

/** What an utterance tells about the student. */
export function readSituation(utterance: string, asked: string | null, { turn, hearing, known }: Hears): ToldHere {
  const told = toldHere(hearing.hear(utterance, { ...turn, form: 'eligibility', asked, told: known }), decidedOn);
  return { ...told, facts: cardByItsDay(told.facts, known) };
}

/** "I told you that I have a card": its last day is known, and says for how much of the stay it is. */
function cardByItsDay({ ehic, ...rest }: Facts, { ehicUntil }: Facts): Facts {
  if (ehic === undefined) return rest;
  const isHeld = ehic === 'full' || ehic === 'partial';
  return isHeld && isKnownDay(ehicUntil) ? { ehicUntil, ...rest } : { ...rest, ehic };
}

/** More is heard than the core decides on: that somebody was here before, for one. */
function decidedOn(field: string, value: unknown): Facts {
  return field in situationSchema.shape ? { [field]: value } : {};
}
