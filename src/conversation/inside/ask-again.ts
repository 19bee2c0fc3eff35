import { isWhole } from '../commands/read-command.ts';
import { goOn } from '../forms/interview.ts';
import type { Situation, Said } from '../said.ts';
import type { Ear } from './inside.ts';

/** "No" to "what is your nationality?" answers nothing, and is about nothing else. */
export const bareNo: Ear = ({ situation, reading, tellsNothing }) =>
  tellsNothing && isWhole(situation.incoming.text, reading.no, reading) ? askAgain(situation) : null;

/** Said that it was not understood, and asked once more. */
export function askAgain(situation: Situation): Promise<Said> {
  return goOn(situation, { kind: 'not-understood' });
}
