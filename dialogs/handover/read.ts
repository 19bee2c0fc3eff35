import type { Facts } from '../../src/conversation/dialogs.ts';
import { isOneOf } from '../../src/conversation/words.ts';
import type { Hearing } from '../define-form.ts';

/** A letter belongs into a mail: this much of a message travels with a hand-over. */
const longestConcern = 600;

export function readForPerson(utterance: string, asking: string | null, { turn, reader, known }: Hearing): Facts {
  if (asking === null || !/\p{L}{2}/u.test(utterance)) return {};
  const { skip, no, yes, unknown } = reader.reading(turn);
  if (isOneOf(utterance, [...skip, ...no, ...unknown])) return { [asking]: 'unknown' };
  if (asking === 'concern')
    return isOneOf(utterance, yes) ? {} : { concern: utterance.trim().slice(0, longestConcern) };
  const { way } = reader.mentions(utterance, turn, ['way']);
  if (way !== undefined) return { way };
  // Anything else is something more to tell.
  const concern = [known['concern'], utterance].filter((text) => typeof text === 'string' && text !== 'unknown');
  return { concern: concern.join('\n').slice(0, longestConcern), way: 'unknown' };
}
