import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { freshState } from '../../../src/conversation/state.ts';
import type { TurnResult } from '../../../src/conversation/result/compose-result.ts';
import { incoming, knowledge, takeTurn } from '../talk.ts';

/** `expects`: the topics in the order asked, `a|b` where either serves. `missed`: how many are named as not understood. */
export type Tale = {
  readonly says: string;
  readonly expects: readonly string[];
  readonly missed?: number | 'maybe';
};
export type Half = 'build' | 'held';
export type Judged = {
  readonly verdict: 'right' | 'half' | 'wrong';
  readonly tale: Tale;
  readonly topics: readonly string[];
};

export function tales(file: string): Readonly<Record<Half, readonly Tale[]>> {
  return parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as Record<Half, readonly Tale[]>;
}

/** Right: the topics that are expected, all of them, in order, and no other. Half: one of them. */
export async function judge(tale: Tale): Promise<Judged> {
  const turn = await takeTurn(incoming(tale.says, 0), freshState);
  const topics = topicsOf(turn);
  const missed = turn.trace.intents.filter(({ intent }) => intent === null).length;
  const fits = (topic: string | undefined, expected: string) => expected.split('|').includes(topic ?? '');
  const named = tale.missed === 'maybe' || missed === (tale.missed ?? 0);
  const inOrder =
    topics.length === tale.expects.length && tale.expects.every((expected, at) => fits(topics[at], expected));
  const some = tale.expects.some((expected) => topics.some((topic) => fits(topic, expected)));
  return {
    verdict: inOrder && named ? 'right' : some ? 'half' : 'wrong',
    tale,
    topics: missed === 0 ? topics : [...topics, `${missed} missed`],
  };
}

function topicsOf({ trace }: TurnResult): readonly string[] {
  if (trace.intents.length > 0)
    return trace.intents.flatMap(({ intent, decision }) => (decision === 'decline' || intent === null ? [] : [intent]));
  if (trace.decision === 'clarify' || trace.decision === 'decline') return [];
  return trace.intent === null || !knowledge.answers.has(trace.intent)
    ? [`(${trace.intent ?? trace.decision})`]
    : [trace.intent];
}
