import type { Situation, WhoseCase } from '../said.ts';

/** The student's own case, where the message says nothing of whose it is about. */
export const own: WhoseCase = { about: null, turned: false, alone: false, also: false };

/** The turn as it is for the case of whom `about` names, or for the student's own, whoever the message is about. */
export function ofCase(situation: Omit<Situation, 'whose'>, about: string | null): Situation {
  return { ...situation, whose: { ...own, about } };
}
