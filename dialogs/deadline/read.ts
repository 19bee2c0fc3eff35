import type { Facts } from '../../src/conversation/dialogs.ts';
import type { Hearing } from '../define-form.ts';

/** "My card ends on 31 March and I stay until June": the first day is counted from, an end of the stay is its own fact. */
export function readDeadline(utterance: string, asking: string | null, { turn, reader }: Hearing): Facts {
  const { about } = reader.mentions(utterance, turn, ['about']);
  const { days, spans } = reader.measure(utterance, turn);
  const ends = reader.hasCue(utterance, turn, 'remaining') ? (spans.at(-1)?.until ?? days.at(1)) : undefined;
  const [first] = [...days, ...spans.map(({ until }) => until)];
  if (asking === 'stayUntil' && first !== undefined) return { ...(about !== undefined && { about }), stayUntil: first };
  return {
    ...(about !== undefined && { about }),
    ...(first !== undefined && { from: first }),
    ...(ends !== undefined && ends !== first && { stayUntil: ends }),
  };
}
