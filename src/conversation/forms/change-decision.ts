import type { Match } from '../../core/matching/matcher.ts';
import { fieldMentioned } from './find-field.ts';
import { startForm } from './interview.ts';
import { changeDecided, decidedLately, lastDecision } from './look-back.ts';
import { opensAsCorrection } from '../reading/recognise-question.ts';
import { leansOnLast, opensAsFollowUp, topicsAfter } from '../topics/find-next-topic.ts';
import { isSure } from '../topics/match-question.ts';
import { dialogTurn, type Said, type Situation } from '../said.ts';
import { longestMention, wordsOf } from '../../text/typed-words.ts';

/** "And if I stay 2 months?" after a decision: the same form again with the fact that changed. */
export async function changedDecision(situation: Situation): Promise<Said | null> {
  const last = decisionAtHand(situation);
  if (last === null || !leansOnLast(situation)) return null;
  const { form, facts } = last;
  const read = (text: string) => situation.dialogs.read(form, text, null, dialogTurn(situation), facts);
  const whole = read(situation.incoming.text);
  const told = Object.keys(whole).length > 0 ? whole : read(withoutOpening(situation));
  if (Object.keys(told).length === 0) return null;
  const kept = Object.keys(told).reduce((rest, field) => situation.dialogs.without(form, rest, field), facts);
  return startForm(situation, form, { ...kept, ...told }, null, told);
}

/** The last reply's decision; for "and if …" also the one before, while what was asked since only follows it. */
function decisionAtHand(situation: Situation): ReturnType<typeof lastDecision> {
  const last = lastDecision(situation);
  const before = decidedLately(situation);
  if (last !== null || before === null || !opensAsFollowUp(situation)) return last;
  const after = topicsAfter(situation, before.form);
  const further = after.flatMap((topic) => topicsAfter(situation, topic));
  return [...after, ...further].includes(situation.state.last?.intent ?? '') ? before : null;
}

/** "Is it the same without a card?", "no, I meant 2 months": what is said behind the words that lean on what was said. */
function withoutOpening({ knowledge, language, incoming }: Situation): string {
  const cues = knowledge.reading[language]?.cues;
  const opening = longestMention(incoming.text, [...(cues?.followUp ?? []), ...(cues?.correction ?? [])]);
  if (opening === null) return incoming.text;
  // The phrase in words, whatever stands between them: "no, I meant".
  const phrase = new RegExp(
    String.raw`(?<![\p{L}\p{N}])${wordsOf(opening).join('[^\\p{L}\\p{N}]+')}(?![\p{L}\p{N}])`,
    'iu',
  );
  const found = phrase.exec(incoming.text);
  if (found === null) return incoming.text;
  return incoming.text.slice(found.index + found[0].length).replace(/\?\s*$/u, '');
}

/**
 * "And if I stay longer?" names a fact and no value: its question is asked again. A word alone may be a topic of its own
 * where the matcher is sure of one: "and if I lose my card?".
 */
export async function reopenedDecision(situation: Situation, match: Match): Promise<Said | null> {
  const last = lastDecision(situation);
  if (last === null || !opensAsFollowUp(situation)) return null;
  const named = fieldMentioned(situation, last.facts);
  if (
    named === null ||
    (isSure(match, sureOfItsOwn) && wordsOf(named.mention).length === 1 && !opensAsCorrection(situation))
  )
    return null;
  return changeDecided(situation, named.field);
}

const sureOfItsOwn = 0.8;
