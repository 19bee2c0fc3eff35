import { matchQuestion } from './match-question.ts';
import type { Match } from '../../core/matching/matcher.ts';
import { askingOf } from '../reading/find-questions.ts';
import type { Situation } from '../said.ts';

/** What a tale comes down to, where it is not understood as it stands: its last question, or the sentence that is surest. */
export type Core = { readonly text: string; readonly match: Match };

export function coreOf(situation: Situation, whole: Match): Core | null {
  const { questions, isTale, told } = askingOf(situation);
  if (!isTale || whole.kind === 'answer') return null;
  const matched = (text: string): Core => ({ text, match: matchQuestion(situation, text) });
  const asked = questions.filter(({ named }) => named).map(({ text }) => matched(text));
  const core = asked.findLast(({ match }) => match.kind !== 'decline') ?? null;
  return asked.length > 0 ? core : surest(told.map(matched));
}

function surest(sentences: readonly Core[]): Core | null {
  const sure = sentences.filter(({ match }) => match.kind === 'answer');
  const [best] = sure.sort((a, b) => scoreOf(b) - scoreOf(a));
  return best ?? null;
}

function scoreOf({ match }: Core): number {
  return match.ranked[0]?.score ?? 0;
}
