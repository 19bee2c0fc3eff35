import type { Match } from '../core/matching/matcher.ts';
import { fieldMentioned } from './field-named.ts';
import { startForm } from './interviewing.ts';
import { changeDecided, lastDecision } from './looking-back.ts';
import { opensAsCorrection } from './asks-something.ts';
import { opensAsFollowUp, leansOnLast } from './next-topic.ts';
import { dialogTurn, type Said, type Situation } from './said.ts';
import { wordsOf } from './words.ts';

/** "And if I stay 2 months?" after a decision: the same form again with the fact that changed. */
export async function changedDecision(situation: Situation): Promise<Said | null> {
  const last = lastDecision(situation);
  if (last === null || !leansOnLast(situation)) return null;
  const { form, facts } = last;
  const told = situation.dialogs.read(form, situation.incoming.text, null, dialogTurn(situation), facts);
  if (Object.keys(told).length === 0) return null;
  const kept = Object.keys(told).reduce((rest, field) => situation.dialogs.without(form, rest, field), facts);
  return startForm(situation, form, { ...kept, ...told }, null, told);
}

/**
 * "And if I stay longer?" names a fact and no value: its question is asked again. A word alone may be a topic of its own
 * where the matcher is sure of one: "and if I lose my card?".
 */
export async function reopenedDecision(situation: Situation, match: Match): Promise<Said | null> {
  const last = lastDecision(situation);
  if (last === null || !opensAsFollowUp(situation)) return null;
  const named = fieldMentioned(situation, last.facts);
  const sure = match.kind === 'answer' && (match.ranked[0]?.score ?? 0) >= sureOfItsOwn;
  if (named === null || (sure && wordsOf(named.mention).length === 1 && !opensAsCorrection(situation))) return null;
  return changeDecided(situation, named.field);
}

const sureOfItsOwn = 0.8;
