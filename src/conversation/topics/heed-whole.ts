import type { Match } from '../../core/matching/matcher.ts';
import { longestMention, wordsOf } from '../../text/typed-words.ts';
import { formIn } from '../forms/dialogs.ts';
import { termsIn } from '../reading/terms.ts';
import type { Situation } from '../said.ts';
import { isSubject } from './judge-subject.ts';
import { isSure } from './match-question.ts';
import type { Part } from './understand-question.ts';

/**
 * "My doctor prescribed a blood test. Must I make an appointment somewhere?": a few words by themselves are of any appointment. Where the
 * message as a whole is clear of one subject, a part that strays from it asks about that subject too, unless it stands by itself.
 */
export function heedWhole(situation: Situation, parts: readonly Part[], whole: Match): readonly Part[] {
  const [best] = whole.ranked;
  if (best === undefined || !isSure(whole, clearOfOne)) return parts;
  if (!isSubject(situation.knowledge.answers.get(best.intent)?.kind)) return parts;
  const kept = parts.filter(
    (part, at) =>
      part.topic === null ||
      isHeardIn(whole, part.topic) ||
      [best.intent, parts[at - 1]?.topic].some((other) => areRelated(situation, other, part.topic)) ||
      standsAlone(situation, part),
  );
  const [first] = parts.filter((part) => !kept.includes(part));
  if (first === undefined || kept.some(({ topic }) => topic === best.intent)) return kept;
  return [{ ...first, topic: best.intent, match: whole }, ...kept];
}

function isHeardIn({ ranked }: Match, topic: string): boolean {
  return ranked.some(({ intent, score }) => intent === topic && score >= hardly);
}

/** "What is RC, is it obligatory": one is what is asked next after the other. */
function areRelated({ knowledge }: Situation, one: string | null | undefined, other: string | null): boolean {
  if (!isSubject(knowledge.answers.get(other ?? '')?.kind)) return false;
  const follows = (from: string, to: string) => knowledge.answers.get(from)?.followUps.includes(to) === true;
  return one != null && other !== null && (follows(one, other) || follows(other, one));
}

/** A question that is about its subject without what stands around it: it names it, or is as good as certain. */
function standsAlone(situation: Situation, { topic, match, asks, text }: Part): boolean {
  const { knowledge, language } = situation;
  if (match.ranked[0]?.intent !== topic || formIn(knowledge, topic) !== null) return false;
  const named = longestMention(text, termsIn(knowledge, language).flat()) !== null;
  const isFull = named || (asks && wordsOf(text).length >= fewestAsked);
  return isFull && isSure(match, named && asks ? sureByName : certain);
}

const clearOfOne = 0.5;
const hardly = 0.1;
const sureByName = 0.65;
const certain = 0.9;
const fewestAsked = 4;
