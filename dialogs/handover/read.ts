import type { ToldHere } from '../../src/conversation/forms/dialogs.ts';
import type { Hears } from '../define-form.ts';
import { toldHere } from '../told-here.ts';

/** What a person should know, and how the student goes on. */
export function readForPerson(utterance: string, asked: string | null, { turn, hearing, known }: Hears): ToldHere {
  return toldHere(hearing.hear(utterance, { ...turn, form: 'handover', asked, told: known }));
}
