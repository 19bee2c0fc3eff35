import type { Candidate } from '../candidates.ts';
import { overlap } from '../lexicon.ts';
import type { Listening } from '../listening.ts';
import type { AmountSaid } from '../money.ts';
import { hasCue } from '../roles.ts';

/**
 * "I gave 50 and got 20 back" costs 30. "I paid 50 and got 20 back" may be change or a refund: both are readings, and it is
 * asked which. Null where nothing is given back, or a refund.
 */
export function handedOverTold(listening: Listening): readonly Candidate[] | null {
  const { scene, dates, lengths } = listening;
  const amounts = listening.amounts.filter(
    (amount) => amount.money !== 'other' && ![...dates, ...lengths].some((span) => overlap(span, amount)),
  );
  const back = amounts.find((amount) => hasCue(scene, amount, 'role.change', between));
  if (back === undefined || isRefund(listening, back)) return null;
  const sentence = scene.sentences[back.from];
  const [first, ...more] = amounts.filter(
    ({ from, euros }) => from !== back.from && scene.sentences[from] === sentence && euros > back.euros,
  );
  if (first === undefined || more.length > 0) return null;
  // "20 back out of 30": of what was paid.
  if (listening.asked === 'charged' && hasCue(scene, first, 'role.outOf'))
    return [{ from: first.from, to: first.to, field: 'charged', value: first.euros.toFixed(2), cue: 'full' }];
  const span = { from: Math.min(first.from, back.from), to: Math.max(first.to, back.to) };
  const kept: Candidate = { ...span, field: 'charged', value: (first.euros - back.euros).toFixed(2), cue: 'full' };
  return [hasCue(scene, first, 'role.handed', between) ? kept : { ...kept, others: [first.euros.toFixed(2)] }];
}

/** What a fund or a mutuelle gave back is no change. */
function isRefund({ scene }: Listening, back: AmountSaid): boolean {
  return ['role.payer.around', 'thing.mutuelle'].some((name) =>
    scene.marks.of(name).some(({ from }) => scene.sentences[from] === scene.sentences[back.from]),
  );
}

/** "got my 20 back", "a 50 euro note". */
const between = 1;
