import type { ToldHere } from '../../src/conversation/forms/dialogs.ts';
import type { Hears } from '../define-form.ts';
import { toldHere } from '../told-here.ts';

/** What an utterance tells about a visit or a stay in hospital. */
export function readVisit(utterance: string, asked: string | null, { turn, hearing, known }: Hears): ToldHere {
  return toldHere(hearing.hear(utterance, { ...turn, form: 'reimbursement', asked, told: known }));
}
