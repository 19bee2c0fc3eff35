import { expect } from 'vitest';
import { freshState, type ConversationState } from '../../src/conversation/state.ts';
import type { TurnResult } from '../../src/conversation/result/compose-result.ts';
import { day, type Day } from '../../src/core/day.ts';
import { toText } from '../../src/channels/render-text.ts';
import { hearDanger, knowledge, matcher, speaker, takeTurn } from '../own-desk.ts';

export { hearDanger, knowledge, matcher, speaker, takeTurn };

/** What one turn must come to: fields of the trace, and words that the person reads or must not read. */
export type Expected = {
  readonly decision?: string;
  readonly intent?: string | null;
  readonly asking?: string | null;
  readonly row?: string;
  readonly listener?: string;
  readonly danger?: null;
  readonly language?: string;
  readonly reads?: readonly string[];
  readonly never?: readonly string[];
  readonly choices?: readonly string[];
  /** Among the choices, whatever else is offered. */
  readonly offers?: readonly string[];
};

export type Line = readonly [says: string, expected: Expected];

export const testDay: Day = day('2026-11-22');

/** Plays a conversation line by line; a failure names the line. */
export async function talk(
  lines: readonly Line[],
  options: { locale?: string; on?: Day } = {},
): Promise<ConversationState> {
  let state = freshState;
  for (const [index, [text, expected]] of lines.entries()) {
    const turn = await takeTurn(incoming(text, index, options), state);
    check(`line ${index + 1}: “${text}”`, turn, expected);
    state = turn.state;
  }
  return state;
}

/** Two messages of a new conversation in one language, and what becomes of each. */
export async function oneAfterTheOther(
  locale: string,
  first: string,
  second: string,
): Promise<readonly [TurnResult, TurnResult]> {
  const before = await takeTurn(incoming(first, 0, { locale }), freshState);
  return [before, await takeTurn(incoming(second, 1, { locale }), before.state)];
}

export function incoming(text: string, index: number, options: { locale?: string; on?: Day } = {}) {
  return {
    conversation: 'talk',
    id: `a${index}`,
    text,
    channel: 'test',
    on: options.on ?? testDay,
    locale: options.locale,
  };
}

export function readText(turn: TurnResult): string {
  return turn.replies.map((reply) => toText(reply, speaker)).join('\n');
}

function check(line: string, turn: TurnResult, expected: Expected): void {
  const { trace, replies } = turn;
  const read = readText(turn);
  const seen = {
    decision: trace.decision,
    intent: trace.intent,
    asking: trace.asking,
    listener: trace.listener,
    danger: trace.danger ?? null,
    language: trace.language,
    row: (trace.outcome as { row?: string } | null)?.row,
    choices: replies.flatMap((reply) => reply.choices.map(({ label }) => label)),
  };
  const { reads = [], never = [], offers = [], ...fields } = expected;
  expect(seen, `${line}\n${read}`).toMatchObject(fields);
  expect(seen.choices, line).toEqual(expect.arrayContaining([...offers]));
  for (const words of reads) expect(read, line).toContain(words);
  for (const words of never) expect(read, line).not.toContain(words);
}
