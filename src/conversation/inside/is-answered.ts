import type { Match } from '../../core/matching/matcher.ts';
import { isWhole } from '../commands/read-command.ts';
import { askedIn, type Facts, type Standing } from '../forms/dialogs.ts';
import { asksSomething, isQuestion, opensWith, shortAnswer } from '../reading/recognise-question.ts';
import type { Situation } from '../said.ts';
import { longestMention, opensWithOne, wordsOf } from '../../text/typed-words.ts';
import { toldIn } from './inside.ts';

/** Whether a message answers the open form's question, and asks nothing of its own. */
export function isAnswered(situation: Situation, match: Match): boolean {
  const standing = situation.dialogs.standing(situation.state.dialogs);
  const reading = situation.knowledge.reading[situation.language];
  const { text } = situation.incoming;
  if (standing === null || reading === undefined) return false;
  if ([reading.unknown, reading.agreed].some((words) => isWhole(text, words, reading))) return true;
  const { facts, unclear } = toldIn(situation, askedIn(standing), standing);
  const asks = match.kind === 'answer' && asksBeside(situation, standing, facts);
  return !asks && (Object.keys(facts).length > 0 || unclear.length > 0);
}

/** "Why do you want to know that": of the question, and of nothing that we know by itself. */
export function asksBack(situation: Situation, match: Match): boolean {
  const cues = situation.knowledge.reading[situation.language]?.cues;
  if (match.kind === 'answer' || cues === undefined) return false;
  return opensWith(situation, cues.asksWhy) || opensWith(situation, cues.asksMeaning);
}

/** "My visa is for 5 months but I stay 11" answers; only an open question asks something beside its answer. */
export function asksBeside(situation: Situation, standing: Standing, told: Facts): boolean {
  const { text } = situation.incoming;
  const asked = askedIn(standing);
  if (asked === null || !(asked in told)) return asksSomething(situation, text);
  return isQuestion(situation, text) || turnsTo(situation, told[asked]);
}

/** "And the temporary number", where a yes or no was asked for, is no yes: it turns to another thing. */
export function turnsTo({ knowledge, language, incoming }: Situation, heard: unknown): boolean {
  const reading = knowledge.reading[language];
  if (reading === undefined || typeof heard !== 'boolean' || wordsOf(incoming.text).length > shortAnswer) return false;
  const saysSo = longestMention(incoming.text, [...reading.yes, ...reading.no]) !== null;
  return !saysSo && opensWithOne(incoming.text, reading.cues.joins);
}
