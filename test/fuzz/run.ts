import { performance } from 'node:perf_hooks';
import fc from 'fast-check';
import type { Target } from './target.ts';
import { give, newTally, type Tally } from './tally.ts';

/** How long, or how many: whichever ends first. */
export type Budget = { readonly seconds: number; readonly inputs: number };

/** Gives each target inputs in turn, a batch at a time, until the budget of all is spent. The same seed, the same inputs. */
export async function run(
  targets: readonly Target[],
  seed: number,
  budget: Budget,
  stopped: () => boolean = () => false,
): Promise<readonly Tally[]> {
  const tallies = targets.map(({ name }) => newTally(name));
  const whole = targets.reduce((total, { share }) => total + share, 0);
  for (const [at, target] of targets.entries()) {
    const end = performance.now() + (budget.seconds * 1000 * target.share) / whole;
    const tally = tallies[at]!;
    for (let batch = 0; performance.now() < end && tally.inputs < budget.inputs && !stopped(); batch++) {
      await giveBatch(
        target,
        seed + batch,
        { most: budget.inputs, over: () => performance.now() >= end || stopped() },
        tally,
      );
    }
  }
  return tallies;
}

async function giveBatch(
  target: Target,
  seed: number,
  { most, over }: { readonly most: number; readonly over: () => boolean },
  tally: Tally,
): Promise<void> {
  const inputs = fc.sample(target.inputs, { seed, numRuns: batchSize });
  for (const [number, input] of inputs.entries()) {
    if (over() || tally.inputs >= most) return;
    await give(target, input, { seed, number }, tally);
  }
}

const batchSize = 100;
