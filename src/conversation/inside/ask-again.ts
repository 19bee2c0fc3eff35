import { isWhole } from '../commands/read-command.ts';
import type { NotTaken } from '../forms/dialogs.ts';
import { goOn } from '../forms/interview.ts';
import type { Said } from '../said.ts';
import type { Ear, Inside } from './inside.ts';
import { remarkIn } from './remark.ts';

/** "No" to "what is your nationality?" answers nothing, and is about nothing else. */
export const bareNo: Ear = ({ situation, reading, tellsNothing }) =>
  tellsNothing && isWhole(situation.incoming.text, reading.no, reading)
    ? goOn(situation, { kind: 'answer-unclear' })
    : null;

/** Nobody knows what else it is: the question once more, with what was wrong. */
export function askAgain(inside: Inside): Promise<Said> {
  return goOn(inside.situation, { kind: whyAgain(inside) });
}

function whyAgain(inside: Inside): NotTaken {
  const remark = remarkIn(inside);
  if (remark === 'answer') return 'answer-unclear';
  // "My wife is French": what is asked is asked of oneself.
  if (inside.heard.heard.some((fact) => fact.for === 'other')) return 'of-another';
  return remark === 'conclusion' ? 'undecided' : 'not-understood';
}
