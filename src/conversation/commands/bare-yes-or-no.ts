import { offersCommand } from '../choices/choice-value.ts';
import type { Asked } from '../listener.ts';
import { withPerson } from '../person/hand-over.ts';
import { acknowledge } from '../reactions/acknowledge.ts';
import type { Said } from '../said.ts';
import { isOneOf } from '../../text/typed-words.ts';
import { askedBare } from '../topics/find-next-topic.ts';
import { carryOut } from './carry-out.ts';

/** A bare yes or no where no form asks: to which one, to a person, or to whether it helped. Null for all else. */
export function bareYesOrNo(asked: Asked): Promise<Said | null> | Said | null {
  const { incoming, knowledge, language, state } = asked;
  const reading = knowledge.reading[language];
  if (reading === undefined || asked.dialogs.standing(state.dialogs) !== null) return null;
  const yes = isOneOf(incoming.text, reading.yes, reading.agreed);
  if (!yes && !isOneOf(incoming.text, reading.no)) return null;
  if (offersCommand(state.offered, 'none')) return carryOut(asked, { kind: yes ? 'repeat' : 'none' });
  if (yes && state.misses > 1 && offersCommand(state.offered, 'human')) return carryOut(asked, { kind: 'human' });
  // "I don't have one" is told of what was answered, and says nothing of whether it helped.
  if (askedBare(asked) !== null) return null;
  // Asked what was missing, who says no a second time has nothing to add.
  if (!yes && state.rating?.stage === 'comment') {
    const met = acknowledge(asked);
    return { ...met, choices: withPerson(asked, met) };
  }
  if (state.rating != null) return carryOut(asked, { kind: 'feedback', helpful: yes });
  // "No" to nothing that was asked is no short form of a number.
  return yes ? null : acknowledge(asked);
}
