import { pendingChoice } from '../choices/follow-choice.ts';
import { afterHandover } from '../forms/dialogs.ts';
import type { Asked, Later, Listener } from '../listener.ts';
import type { Said } from '../said.ts';
import { tellMore } from '../person/tell-more.ts';

/** What the person at the desk should know, while their questions stand open. */
export const noteForPerson: Listener = {
  name: 'note-for-person',
  hear: (asked, later) =>
    asked.dialogs.standing(asked.state.dialogs)?.dialog === afterHandover ? toldForPerson(asked, later) : null,
};

/** Else the hand-over stands, and the message is taken where it was left. */
async function toldForPerson(asked: Asked, later: Later): Promise<Said> {
  const told = (await pendingChoice(asked)) ?? (await tellMore(asked, asked.match));
  if (told !== null) return told;
  const { parked } = asked.state;
  const parkedForm = asked.dialogs.standing(parked);
  const state = { ...asked.state, dialogs: parkedForm === null ? null : parked, parked: null };
  const heard = await later({ ...asked, state });
  return { ...heard, next: { dialogs: state.dialogs, parked: null, ...heard.next } };
}
