import { tellsOwnCase } from '../forms/find-form.ts';
import { isSure, matchQuestion } from './match-question.ts';
import { isSubject, speaksOfOurs } from './judge-subject.ts';
import { understandSentence } from './understand-question.ts';
import type { Match } from '../../core/matching/matcher.ts';
import { partsOf } from '../reading/split-questions.ts';
import { isQuestion } from '../reading/recognise-question.ts';
import { withText, type Situation } from '../said.ts';
import { asksPlainly } from '../reading/find-questions.ts';
import { opensWithOne, wordsOf } from '../../text/typed-words.ts';

/** What the question of a sentence that tells something first is about. */
type AskedBehind = { readonly topic: string; readonly match: Match };

/**
 * "They sent me a bill from the hospital, how do I get a care form?": what is told first is no subject of its own where the
 * question behind it names one, is surely understood by itself, and the whole is not.
 */
export function askedAfterRemark(situation: Situation, whole: Match): AskedBehind | null {
  const [sentence, ...more] = partsOf(situation.incoming.text);
  if (sentence === undefined || more.length > 0 || isSure(whole, sureOfTold)) return null;
  const parts = toldAndAsked(situation, sentence);
  if (parts === null || !speaksOfOurs(withText(situation, parts.asked))) return null;
  const match = matchQuestion(situation, parts.asked);
  const topic = match.ranked[0]?.intent;
  if (topic === undefined || !isSure(match, surely) || !isSubject(situation.knowledge.answers.get(topic)?.kind))
    return null;
  // What is told may be a case of one's own, or a question in few words.
  if (tellsOwnCase(situation) || isSure(matchQuestion(situation, parts.told), sureOfTold)) return null;
  return isOne(situation, parts.asked) ? { topic, match } : null;
}

type Parts = { readonly told: string; readonly asked: string };

/** Parted at the first comma that has something told before it and a question behind it. */
function toldAndAsked(situation: Situation, sentence: string): Parts | null {
  const joins = situation.knowledge.reading[situation.language]?.cues.joins ?? [];
  for (const { index, 0: comma } of sentence.matchAll(/\s*[,;:]\s+|\s*[，、،；：]\s*/gu)) {
    const [told, asked] = [sentence.slice(0, index), sentence.slice(index + comma.length)];
    // "Where does the photo go, and what is a RIB": who joins another question has asked one.
    if (isQuestion(situation, told) || asksPlainly(situation, told) || opensWithOne(asked, joins)) return null;
    const isLongEnough = wordsOf(told).length >= fewestTold && wordsOf(asked).length >= fewestAsked;
    if (isLongEnough && isQuestion(situation, asked)) return { told, asked };
  }
  return null;
}

function isOne(situation: Situation, text: string): boolean {
  return (
    understandSentence(
      situation,
      { text, told: null, toldSince: '', before: '', lead: text, asks: true, named: true },
      null,
    ).length < 2
  );
}

const surely = 0.75;
/** This sure of the whole, or of what is told first, it is a subject. */
const sureOfTold = 0.85;
const fewestTold = 5;
const fewestAsked = 4;
