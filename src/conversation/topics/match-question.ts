import type { Match, Ranked } from '../../core/matching/matcher.ts';
import type { FactCase } from '../../knowledge/topic-schema.ts';
import { sureOf, type Facts } from '../forms/dialogs.ts';
import { asksSomething } from '../reading/recognise-question.ts';
import { topicsBefore } from '../state.ts';
import { dialogTurn, type Situation } from '../said.ts';

/**
 * What a question is about. A topic that speaks of another case than the one told ("I stay 8 months": short stays) is not:
 * the check of the student's own case is.
 */
export function matchQuestion(situation: Situation, text: string): Match {
  const match = uncounted(situation, text);
  const heard = new Map<string, Facts>();
  // Several topics may speak of a case of one form: the text is heard once for it.
  const told = (form: string): Facts => {
    const facts = heard.get(form) ?? sureOf(situation.dialogs.hear(form, text, null, dialogTurn(situation), {}));
    heard.set(form, facts);
    return facts;
  };
  const forms = new Map(match.ranked.map(({ intent }) => [intent, formInstead(situation, intent, told)]));
  const own = new Set([...forms.values()].filter((form) => form !== null));
  if (own.size === 0) return match;
  const ranked = instead(match.ranked, forms);
  // Who tells their own case is not asked which of two general questions they mean.
  const sure = match.kind === 'clarify' && own.has(ranked[0]?.intent ?? '');
  return { kind: sure ? 'answer' : match.kind, ranked, candidates: instead(match.candidates, forms) };
}

/** "So I get 21": unless it asks, or goes on from what was answered, a message is not about what a number alone makes of it. */
function uncounted(situation: Situation, text: string): Match {
  const match = situation.matcher.match(text);
  const [best] = match.ranked;
  const words = text.replaceAll(bareNumber, ' ');
  if (match.kind !== 'answer' || best === undefined || words === text || asksSomething(situation, text)) return match;
  if (!/\p{L}/u.test(words) || goesOn(situation, best.intent)) return match;
  const rest = situation.matcher.match(words);
  return rest.kind === 'answer' ? match : rest;
}

/** Asked for an office, "I am in 21" says whose. */
function goesOn({ knowledge, state }: Situation, topic: string): boolean {
  return topicsBefore(state).some((before) => knowledge.answers.get(before)?.followUps.includes(topic));
}

/** So few figures as a département has, by themselves: no part of a name, a price, a date or a telephone number. */
const bareNumber = /(?<![\p{L}\d.,:/+-]|\d )\d{1,2}(?![\p{L}\d%€:/-]|[.,]\d| \d)/gu;

/** Whether a match would be answered, with this probability at least. */
export function isSure({ kind, ranked }: Pick<Match, 'kind' | 'ranked'>, from: number): boolean {
  return kind === 'answer' && (ranked[0]?.score ?? 0) >= from;
}

function instead(ranked: readonly Ranked[], forms: ReadonlyMap<string, string | null>): readonly Ranked[] {
  const named = ranked.map(({ intent, score }) => ({ intent: forms.get(intent) ?? intent, score }));
  return named.filter(({ intent }, at) => named.findIndex((one) => one.intent === intent) === at);
}

/** The form whose facts, as told, are another case than the topic's; null where none is. */
function formInstead({ knowledge }: Situation, topic: string, told: (form: string) => Facts): string | null {
  const cases = Object.entries(knowledge.answers.get(topic)?.case ?? {});
  const other = cases.find(([form, fields]) =>
    Object.entries(fields).some(([field, wanted]) => field in told(form) && !suits(told(form)[field], wanted)),
  );
  return other?.[0] ?? null;
}

function suits(told: unknown, wanted: FactCase): boolean {
  if (Array.isArray(wanted)) return wanted.includes(told as string);
  const { from, below } = wanted;
  return typeof told !== 'number' || ((from === undefined || told >= from) && (below === undefined || told < below));
}
