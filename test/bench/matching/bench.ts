import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { percent, tableOf } from '../../../src/eval/report.ts';
import { chartOf } from './chart.ts';
import type { Measured } from './measure.ts';

const programs = ['guichet', 'nlpjs', 'fuse'] as const;
const sizes = ['knowledge', '1000', '10000', '100000'] as const;

/**
 * The matcher beside what a user would pick instead, at four sizes, each in a process of its own, one after the other.
 * Prints a table and writes `docs/bench-matching.svg`. A size may be named to run it alone.
 */
export function benchMatching(only: string | undefined): void {
  // Said before minutes are spent.
  for (const name of ['@nlpjs/basic', '@nlpjs/lang-fr']) import.meta.resolve(name);
  const chosen = sizes.filter((size) => only === undefined || size === only);
  const results = chosen.flatMap((size) =>
    programs.map((program) => ({ program, size, measured: measure(program, size) })),
  );
  process.stdout.write(`${tableOf([heads, ...results.map(rowOf)])}\n`);
  if (only !== undefined) return;
  mkdirSync('docs', { recursive: true });
  writeFileSync('docs/bench-matching.svg', chartOf(results.filter(({ size }) => size !== 'knowledge')));
}

export type Result = { readonly program: string; readonly size: string; readonly measured: Measured | Unmeasured };

type Unmeasured = 'not within 5 min' | 'failed, see above';

const heads = ['phrasings', 'program', 'ready in, ms', 'p50, µs', 'p99, µs', 'a second', 'memory, MB', 'accuracy'];
/** Nobody waits longer for a program to be ready. */
const patience = 300_000;

function measure(program: string, size: string): Measured | Unmeasured {
  const file = new URL('./measure.ts', import.meta.url).pathname;
  const { stdout, status, error } = spawnSync(
    process.execPath,
    ['--expose-gc', '--max-old-space-size=8000', '--no-warnings', file, program, size],
    { encoding: 'utf8', timeout: patience, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  if (status === 0) return JSON.parse(stdout.slice(stdout.lastIndexOf('{'))) as Measured;
  return error === undefined ? 'failed, see above' : 'not within 5 min';
}

function rowOf({ program, size, measured }: Result): (string | number)[] {
  if (typeof measured === 'string') return [size, program, measured, '', '', '', '', ''];
  const { buildMs, p50Us, p99Us, perSecond, heapMb, accuracy } = measured;
  return [size, program, buildMs, p50Us, p99Us, perSecond, heapMb, percent(accuracy)];
}
