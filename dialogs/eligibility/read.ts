import { situationSchema } from '../../src/core/eligibility/index.ts';
import type { Facts, ToldHere } from '../../src/conversation/forms/dialogs.ts';
import type { Hears } from '../define-form.ts';
import { toldHere } from '../told-here.ts';

/** What an utterance tells about the student. */
export function readSituation(utterance: string, asked: string | null, { turn, hearing, known }: Hears): ToldHere {
  return toldHere(hearing.hear(utterance, { ...turn, form: 'eligibility', asked, told: known }), decidedOn);
}

/** More is heard than the core decides on: that somebody was here before, for one. */
function decidedOn(field: string, value: unknown): Facts {
  return field in situationSchema.shape ? { [field]: value } : {};
}
