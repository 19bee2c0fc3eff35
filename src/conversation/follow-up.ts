import type { Match } from '../core/matching/matcher.ts';
import { answer } from './answering.ts';
import { dialogIn, startForm } from './interviewing.ts';
import { dialogTurn, type Said, type Situation } from './said.ts';
import { longestMention, wordsOf } from './words.ts';

/** A follow-up leans on what was said: it is short, or opens with "and if", "what about", "actually". */
const shortFollowUp = 4;
const openingWords = 4;
/** Among the topics that follow the last one, a lead this clear is an answer. */
const clearLead = 0.2;

/** Whether the message opens with "and if", "what about", "no, I meant". */
export function opensAsFollowUp(situation: Situation): boolean {
  const reading = situation.knowledge.reading[situation.language];
  const opening = wordsOf(situation.incoming.text).slice(0, openingWords).join(' ');
  return (
    reading !== undefined && longestMention(opening, [...reading.cues.followUp, ...reading.cues.correction]) !== null
  );
}

/** "And if I stay longer?" after a decision: the same form again with the fact that changed. */
export async function changedDecision(situation: Situation): Promise<Said | null> {
  const last = situation.state.last;
  const form = last === null ? null : dialogIn(last.intent);
  if (last?.facts == null || form === null || !leansOnLast(situation)) return null;
  const told = situation.dialogs.read(form, situation.incoming.text, null, dialogTurn(situation), last.facts);
  return Object.keys(told).length === 0 ? null : startForm(situation, form, { ...last.facts, ...told }, null);
}

/** "Who pays the difference?" after an answer: looked for among the topics that follow it, with its title as context. */
export function nextTopic(situation: Situation, match: Match): Said | null {
  const last = situation.state.last;
  const topic = last === null ? undefined : situation.knowledge.answers.get(last.intent);
  if (topic === undefined || !leansOnLast(situation)) return null;
  const near = new Set([...topic.followUps, ...(situation.state.last?.close ?? [])]);
  const title = topic.title[situation.language] ?? '';
  const inContext = situation.matcher.match(`${situation.incoming.text} ${title}`, { language: situation.language });
  const best = [...match.ranked, ...inContext.ranked]
    .filter(({ intent }) => near.has(intent) && intent !== topic.id)
    .sort((a, b) => b.score - a.score || (a.intent < b.intent ? -1 : 1))[0];
  return best !== undefined && best.score >= clearLead && situation.knowledge.answers.has(best.intent)
    ? answer(situation, best.intent, match)
    : null;
}

function leansOnLast(situation: Situation): boolean {
  const words = wordsOf(situation.incoming.text);
  if (words.length === 0) return false;
  return opensAsFollowUp(situation) || words.length <= shortFollowUp;
}
