import { matchQuestion } from './match-question.ts';
import type { Match } from '../../core/matching/matcher.ts';
import { askingOf, type Asking, type Question } from '../reading/find-questions.ts';
import type { Situation } from '../said.ts';
import { speaksOfOurs } from './judge-subject.ts';
import { withoutRequest } from './understand-question.ts';
import { inItsTale } from './weigh-tale.ts';

/** What a tale comes down to: its question, understood with what is told around it; else the sentence that is surest. */
export type Core = { readonly text: string; readonly match: Match };

export function coreOf(situation: Situation, whole: Match): Core | null {
  const asking = askingOf(situation);
  if (!asking.isTale && whole.kind === 'answer') return null;
  const asked = askedIn(asking);
  if (asked.length > 0) return questionOf(situation, whole, asked);
  const isUnderstood = whole.kind === 'answer' || asking.questions.some(({ named }) => named);
  return isUnderstood || !asking.isTale
    ? null
    : surest(asking.told.map((text): Core => ({ text, match: matchQuestion(situation, text) })));
}

/** The one question of a message that tells, or those of a long letter. */
function askedIn({ questions, isTale, told }: Asking): readonly Question[] {
  const asked = questions.filter(({ asks, named }) => asks && named);
  return told.length > 0 && (isTale || questions.length === 1) ? asked : [];
}

/** The last that is understood: the question of a letter stands at its end. */
function questionOf(situation: Situation, whole: Match, asked: readonly Question[]): Core | null {
  const namesOurs = speaksOfOurs(situation);
  const cores = asked.map(({ text, lead }): Core => {
    const alone = matchQuestion(situation, withoutRequest(situation, text));
    return { text, match: inItsTale({ alone, lead: matchQuestion(situation, lead), whole, namesOurs }) };
  });
  return cores.findLast(({ match }) => match.kind === 'answer') ?? cores.at(-1) ?? null;
}

function surest(sentences: readonly Core[]): Core | null {
  const sure = sentences.filter(({ match }) => match.kind === 'answer');
  const [best] = sure.sort((a, b) => scoreOf(b) - scoreOf(a));
  return best ?? null;
}

function scoreOf({ match }: Core): number {
  return match.ranked[0]?.score ?? 0;
}
