import type { Facts, ToldHere } from '../../src/conversation/forms/dialogs.ts';
import type { Hears } from '../define-form.ts';
import { toldHere } from '../told-here.ts';

/** "My card ends on 31 March and I stay until June": from a card's last day is counted, the end of the stay is its own fact. */
export function readDeadline(utterance: string, asking: string | null, { turn, hearing, known }: Hears): ToldHere {
  const asked = asking === 'from' && known['about'] === 'ehic-gap' ? 'ehicUntil' : asking;
  return toldHere(hearing.hear(utterance, { ...turn, form: 'deadline', asked, told: known }), countedFrom);
}

function countedFrom(field: string, value: unknown): Facts {
  return { [field === 'ehicUntil' ? 'from' : field]: value };
}
