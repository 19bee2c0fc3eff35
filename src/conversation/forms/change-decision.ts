import type { Match } from '../../core/matching/matcher.ts';
import { sureOf, type ToldHere } from './dialogs.ts';
import { fieldMentioned } from './find-field.ts';
import { startForm } from './interview.ts';
import { changeDecided, decidedLately, lastDecision } from './look-back.ts';
import { asksPlainly } from '../reading/find-questions.ts';
import { isQuestion, opensAsCorrection } from '../reading/recognise-question.ts';
import { leansOnLast, opensAsFollowUp, topicsAfter } from '../topics/find-next-topic.ts';
import { isSure } from '../topics/match-question.ts';
import { dialogTurn, type Said, type Situation } from '../said.ts';
import { longestMention, wordsOf } from '../../text/typed-words.ts';
import { isSmallTalk } from '../topics/judge-subject.ts';

/** "And if I stay 2 months?", "no wait, my card is valid longer" after a decision: the same form again with the fact that changed. */
export async function changedDecision(situation: Situation): Promise<Said | null> {
  const last = decisionAtHand(situation);
  if (last === null || last.about !== situation.whose.about) return null;
  if (!leansOnLast(situation) && !isToldAnew(situation, last)) return null;
  const { form, facts } = last;
  const whole = heardBeside(situation, last);
  const heard = tellsAny(whole) ? whole : heardBeside(situation, last, withoutOpening(situation));
  if (!tellsAny(heard)) return null;
  const told = heard.facts;
  const kept = Object.keys(told).reduce((rest, field) => situation.dialogs.without(form, rest, field), facts);
  return startForm(situation, form, { ...kept, ...told }, null, told, { ...heard, unsure: whole.unsure });
}

/** Whether a message asks nothing and tells a fact of the decision otherwise: it is that fact's, whatever topic it is like. */
export function tellsAnew(situation: Situation): boolean {
  const last = decisionAtHand(situation);
  return last !== null && isToldAnew(situation, last);
}

type Decision = NonNullable<ReturnType<typeof lastDecision>>;

function heardBeside(situation: Situation, { form, facts }: Decision, text = situation.incoming.text): ToldHere {
  return situation.dialogs.hear(form, text, null, dialogTurn(situation), facts);
}

/** A fact, or one of two: "until July", the card or the stay. */
function tellsAny({ facts, unclear }: ToldHere): boolean {
  return (
    Object.keys(facts).length > 0 || unclear.some(({ readings }) => readings.some(({ field }) => field !== undefined))
  );
}

function isToldAnew(situation: Situation, last: Decision): boolean {
  const { text } = situation.incoming;
  if (wordsOf(text).length > longestCorrection || isQuestion(situation, text) || asksPlainly(situation, text))
    return false;
  const told = sureOf(heardBeside(situation, last));
  return Object.entries(told).some(([field, value]) =>
    field in last.facts ? last.facts[field] !== value : isSaidOtherwise(situation, last, field),
  );
}

/** A card's last day, where only that there is a card was told. */
function isSaidOtherwise({ dialogs }: Situation, { form, facts }: Decision, field: string): boolean {
  return Object.keys(dialogs.without(form, facts, field)).length < Object.keys(facts).length;
}

/**
 * The last reply's decision, thanks in between left out; for "and if …" also the one before, while what was asked since only
 * follows it, and for "no, I am Spanish" whatever was asked since.
 */
function decisionAtHand(situation: Situation): Decision | null {
  const last = lastDecision(situation);
  const before = decidedLately(situation);
  if (last !== null || before === null) return last;
  const since = situation.state.last?.intent ?? '';
  if (isSmallTalk(situation, since)) return before;
  if (opensAsCorrection(situation) && isToldAnew(situation, before)) return before;
  if (!opensAsFollowUp(situation)) return null;
  const after = topicsAfter(situation, before.form);
  const further = after.flatMap((topic) => topicsAfter(situation, topic));
  return [...after, ...further].includes(since) ? before : null;
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
  if (last === null || last.about !== situation.whose.about || !opensAsFollowUp(situation)) return null;
  const named = fieldMentioned(situation, last.facts);
  if (
    named === null ||
    (isSure(match, sureOfItsOwn) && wordsOf(named.mention).length === 1 && !opensAsCorrection(situation))
  )
    return null;
  return changeDecided(situation, named.field);
}

const sureOfItsOwn = 0.8;
/** In more words another case is told, or a tale. */
const longestCorrection = 15;
