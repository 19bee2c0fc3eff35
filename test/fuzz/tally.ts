import { AppError } from '../../src/core/errors.ts';
import type { Target } from './target.ts';

/** What was wrong with one input, and how to have that input again. */
export type Fault = {
  readonly target: string;
  readonly seed: number;
  readonly number: number;
  readonly why: string;
  readonly input: string;
};

type Slow = { readonly input: unknown; readonly ms: number; readonly seed: number; readonly number: number };

/** How one target did. `slowest` are the inputs that took the most processor time, the worst first. */
export type Tally = { readonly name: string; inputs: number; readonly faults: Fault[]; readonly slowest: Slow[] };

export function newTally(name: string): Tally {
  return { name, inputs: 0, faults: [], slowest: [] };
}

/** Gives one input to a target and notes what came of it. */
export async function give(
  target: Target,
  input: unknown,
  from: { readonly seed: number; readonly number: number },
  tally: Tally,
): Promise<void> {
  tally.inputs += 1;
  const before = processorMs();
  try {
    await target.take(input);
  } catch (problem) {
    if (!isAnswer(problem))
      tally.faults.push({ target: target.name, ...from, why: said(problem), input: shown(input) });
  }
  keepSlowest(tally.slowest, { input, ms: processorMs() - before, ...from });
}

/** Milliseconds of processor time of this thread alone: what the event loop is held by. */
export function processorMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** A coded refusal is what a stranger is told; `bug/…` is what nobody should be. */
function isAnswer(problem: unknown): boolean {
  return problem instanceof AppError && !problem.code.startsWith('bug/');
}

function keepSlowest(slowest: Slow[], one: Slow): void {
  slowest.push(one);
  slowest.sort((a, b) => b.ms - a.ms);
  slowest.length = Math.min(slowest.length, keptSlowest);
}

const keptSlowest = 3;

function said(problem: unknown): string {
  return problem instanceof Error ? `${problem.name}: ${problem.message}`.slice(0, 300) : String(problem);
}

/** As one line to paste into a test; long inputs by their beginning: the seed brings the whole back. */
export function shown(input: unknown): string {
  const text = Buffer.isBuffer(input) ? JSON.stringify(input.toString('latin1')) : JSON.stringify(input ?? null);
  return text.length > longestShown ? `${text.slice(0, longestShown)}… (${String(text.length)})` : text;
}

const longestShown = 200;
