import { bareYesOrNo } from '../commands/bare-yes-or-no.ts';
import { carryOut } from '../commands/carry-out.ts';
import { pendingChoice } from '../choices/follow-choice.ts';
import { hearInside } from '../inside/in-order.ts';
import { asksBack, isAnswered } from '../inside/is-answered.ts';
import type { Asked, Later, Listener } from '../listener.ts';
import type { Said } from '../said.ts';
import { longestMention, wordsOf } from '../../text/typed-words.ts';

/** The open form's turn: a choice of its question, an answer, a digression, or neither. */
export const openForm: Listener = {
  name: 'open-form',
  hear: async (asked, later) => {
    if (asked.dialogs.standing(asked.state.dialogs) === null) return null;
    const picked = await pendingChoice(asked);
    if (picked !== null) return picked;
    if (wantsOut(asked)) return carryOut(asked, { kind: 'cancel' });
    const isTaken = asked.state.beneath !== true || isAnswered(asked, asked.match) || asksBack(asked, asked.match);
    return isTaken || numberAlone.test(asked.incoming.text)
      ? hearInside(asked, asked.match)
      : leftUnanswered(asked, later);
  },
};

/** "Stop, I don't want to answer all that." */
function wantsOut({ incoming, knowledge, language }: Asked): boolean {
  const leaves = knowledge.reading[language]?.cues.leavesForm ?? [];
  return wordsOf(incoming.text).length <= shortMessage && longestMention(incoming.text, leaves) !== null;
}

/** A question that stood under an answer was asked by nobody: it is not asked again, and a no is none to it. */
async function leftUnanswered(asked: Asked, later: Later): Promise<Said> {
  const left = { ...asked, state: { ...asked.state, dialogs: null } };
  const heard = (await bareYesOrNo(left)) ?? (await later(left));
  return { ...heard, next: { dialogs: null, ...heard.next } };
}

const shortMessage = 12;
/** "24" is said to the question, also where it is no answer to it. */
const numberAlone = /^\s*\p{N}{1,3}\s*[.!]?\s*$/u;
