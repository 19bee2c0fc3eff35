import { asksPlainly } from '../reading/find-questions.ts';
import { asksSomething, isQuestion } from '../reading/recognise-question.ts';
import { isSure } from '../topics/match-question.ts';
import { endsInQuestionMark } from '../../text/question-mark.ts';
import { isOneOf, longestMention, opensWith, opensWithOne, wordsOf } from '../../text/typed-words.ts';
import type { Inside } from './inside.ts';

/**
 * What is said and asks nothing: an answer of more words than were understood ("yes, I live in Lyon"), what is concluded from what was
 * said ("so I pay twice"), something of oneself ("my lab wants a paper"). Null for a question, and for what only names a thing.
 */
export type Remark = 'answer' | 'conclusion' | 'telling';

export function remarkIn({ situation, reading: { yes, no, cues } }: Inside): Remark | null {
  const { text } = situation.incoming;
  // "So I am obliged": what opens behind it says whether it asks.
  if (opensWithOne(text, cues.concludes) && !asksAfter(text, cues) && !endsInQuestionMark(text)) return 'conclusion';
  if (asksSomething(situation, text) || isQuestion(situation, text) || asksPlainly(situation, text)) return null;
  const [first = ''] = wordsOf(text);
  if (isOneOf(first, yes, no)) return 'answer';
  const tells = longestMention(text, cues.self) !== null || isOneOf(first, cues.reference);
  return tells ? 'telling' : null;
}

/** "So how do I register". */
function asksAfter(text: string, { concludes, question }: Inside['reading']['cues']): boolean {
  const [so = ''] = concludes.filter((one) => opensWith(text, one)).sort((a, b) => b.length - a.length);
  return question.some((ask) => opensWith(text, `${so} ${ask}`));
}

/** A remark is about a topic only where that is certain: an answer hardly ever. */
export function isBesideTopic({ match }: Inside, remark: Remark | null): boolean {
  return remark !== null && !isSure(match, remark === 'answer' ? surelyNoAnswer : surely);
}

const surely = 0.85;
const surelyNoAnswer = 0.95;
