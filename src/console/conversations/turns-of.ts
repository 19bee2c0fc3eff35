import type { Trace } from '../../conversation/reply.ts';
import type { Written } from '../../ports/journal.ts';

/** A message with what was said to it; or, without a message, what a colleague said. */
export type Turn = {
  readonly position: number;
  readonly at: string;
  readonly heard: Written | null;
  readonly said: readonly Written[];
  readonly trace: Trace | null;
};

/** A conversation's entries as turns, in order. */
export function turnsOf(entries: readonly Written[]): readonly Turn[] {
  const groups: Written[][] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    // What follows a message is its reply as long as it has a reason; a colleague's words have none.
    const answers =
      entry.direction === 'out' && entry.trace !== null && last !== undefined && last[0]?.direction === 'in';
    if (answers) last.push(entry);
    else groups.push([entry]);
  }
  return groups.flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const said = group.filter(({ direction }) => direction === 'out');
    const heard = first.direction === 'in' ? first : null;
    const trace = said.find((entry) => entry.trace !== null)?.trace ?? null;
    return [{ position: first.position, at: first.at, heard, said, trace }];
  });
}
