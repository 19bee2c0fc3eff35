import type { ToldHere } from '../../src/conversation/forms/dialogs.ts';
import type { Hears } from '../define-form.ts';
import { toldHere } from '../told-here.ts';

/** A yes or no, and a number of months: what every form is told without a reader of its own in src/hearing/readers/. */
export function readTold(utterance: string, asked: string | null, { hearing, turn, known }: Hears): ToldHere {
  return toldHere(hearing.hear(utterance, { ...turn, form: '__id__', asked, told: known }));
}
