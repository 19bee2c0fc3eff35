import type { Candidate } from '../candidates.ts';
import type { Listening } from '../listening.ts';
import { personAt } from '../whose.ts';

/** Further behind, the answer is one to something else. */
const near = 4;

/** "My friend is registered with ameli, not me": what is told of another, answered for oneself. */
export function notMeTold(
  { persons, answers }: Listening,
  told: readonly Candidate[],
  meaning: (field: string, yes: boolean) => unknown,
): readonly Candidate[] {
  return told.flatMap((one): Candidate[] => {
    if ((one.person ?? personAt(persons, one)) !== 'other' || one.value === false || one.value === 'none') return [];
    const own = answers.find(({ from }) => from >= one.to && from - one.to <= near);
    const value = typeof own?.value === 'boolean' ? meaning(one.field, own.value) : undefined;
    return own === undefined || value === undefined
      ? []
      : [{ from: own.from, to: own.to, field: one.field, value, cue: 'full', person: 'student' }];
  });
}
