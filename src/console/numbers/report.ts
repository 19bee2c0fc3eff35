import type { Knowledge } from '../../knowledge/schema.ts';
import type { EmergencyCount, Numbers, Span } from '../../ports/numbers.ts';
import { median, tally, weekOf, type Tally } from './tally.ts';
import { wilson, type Share } from './wilson.ts';

/** All numbers of a span. */
export type Report = {
  readonly conversations: Awaited<ReturnType<Numbers['conversations']>>;
  readonly emergencies: readonly EmergencyCount[];
  readonly resolved: Share | null;
  readonly accuracy: Share | null;
  readonly weekly: readonly { readonly week: string; readonly accuracy: Share | null }[];
  /** Minutes. */
  readonly untilMade: number | null;
  readonly untilAnswered: number | null;
  readonly waiting: number;
  readonly tables: Readonly<Record<Dimension, readonly Tally[]>>;
};

export const dimensions = Object.freeze(['week', 'topic', 'channel', 'language', 'intent'] as const);
export type Dimension = (typeof dimensions)[number];

export async function reportOf(numbers: Numbers, span: Span, knowledge: Knowledge): Promise<Report> {
  const [days, channels, languages, intents, conversations, handovers, verdicts, emergencies] = await Promise.all([
    numbers.questions('day', span),
    numbers.questions('channel', span),
    numbers.questions('language', span),
    numbers.questions('intent', span),
    numbers.conversations(span),
    numbers.handovers(span),
    numbers.verdicts(span),
    numbers.emergencies(span),
  ]);
  const topicOf = (intent: string | null): string | null =>
    intent === null ? null : (knowledge.answers.get(intent)?.topic ?? intent);
  const answered = handovers.flatMap(({ untilAnswered }) => (untilAnswered === null ? [] : [untilAnswered]));
  const byWeek = Map.groupBy(verdicts, ({ day }) => weekOf(day));
  return {
    conversations,
    emergencies,
    resolved: wilson(conversations.resolved, conversations.all),
    accuracy: accuracyOf(verdicts),
    weekly: [...byWeek].sort(([a], [b]) => (a < b ? -1 : 1)).map(([week, of]) => ({ week, accuracy: accuracyOf(of) })),
    untilMade: median(handovers.map(({ untilMade }) => untilMade)),
    untilAnswered: median(answered),
    waiting: handovers.length - answered.length,
    tables: {
      week: tally(days, (day) => weekOf(day ?? '1970-01-01')).toSorted((a, b) => (a.key < b.key ? -1 : 1)),
      topic: tally(intents, topicOf),
      channel: tally(channels, (channel) => channel),
      language: tally(languages, (language) => language),
      intent: tally(intents, (intent) => intent),
    },
  };
}

/** Of the turns judged right or wrong; what is unclear is neither. */
function accuracyOf(verdicts: readonly { readonly verdict: string; readonly count: number }[]): Share | null {
  const count = (verdict: string): number =>
    verdicts.filter((each) => each.verdict === verdict).reduce((sum, each) => sum + each.count, 0);
  return wilson(count('right'), count('right') + count('wrong'));
}
