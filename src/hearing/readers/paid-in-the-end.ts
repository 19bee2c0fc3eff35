import type { Candidate } from '../candidates.ts';
import type { Listening } from '../listening.ts';
import type { AmountSaid } from '../money.ts';
import { cueAfter, hasCue, isDeniedBefore } from '../roles.ts';

/** "She wanted 70 and took 60", "60 were asked for, I paid 30 in the end": of two prices the one that was paid. */
export function paidInTheEnd({ scene }: Listening, amounts: readonly AmountSaid[]): Candidate | null {
  const isAsked = (amount: AmountSaid) => hasCue(scene, amount, 'role.demanded', 1);
  const demanded = amounts.filter(isAsked);
  // "30 were asked for, I paid 20 of it".
  const isPart = (amount: AmountSaid) => cueAfter(scene, amount, 'role.inPart', 1) !== null;
  const settled = amounts.filter((amount) => !isAsked(amount) && hasCue(scene, amount, 'role.settled', 1));
  const [paid, ...more] = settled.some(isPart) ? [] : settled;
  if (paid === undefined || more.length > 0 || paid.money === 'other' || isDeniedBefore(scene, paid, 1)) return null;
  const isBefore = demanded.some(({ from, euros }) => from < paid.from && euros !== paid.euros);
  const value = paid.euros.toFixed(2);
  return isBefore ? { from: paid.from, to: paid.to, field: 'charged', value, cue: 'full', person: 'student' } : null;
}
