import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { dirname } from 'node:path';
import { z } from 'zod';

/** Several runs of one measure: a single one on a machine that does other things says little. */
export type Runs = { readonly median: number; readonly least: number; readonly most: number };

export function runsOf(values: readonly number[]): Runs {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const at = (index: number): number => sorted[index] ?? NaN;
  return {
    median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
    least: at(0),
    most: at(sorted.length - 1),
  };
}

/** `3.4 (3.1–4.0)`. */
export function asText({ median, least, most }: Runs, digits: number): string {
  const [middle, low, high] = [median, least, most].map((value) => value.toFixed(digits));
  return `${middle} (${low}–${high})`;
}

/** How busy the machine is: a figure without it compares with none. */
export function machine(): string {
  return `${String(cpus().length)} cores, load ${(loadavg()[0] ?? 0).toFixed(1)}, Node ${process.versions.node}`;
}

/** What a bench found, for the next: a line a run in `var/bench.jsonl`. */
export function note(bench: string, figures: Readonly<Record<string, number>>, file = history): void {
  mkdirSync(dirname(file), { recursive: true });
  const line = { at: new Date().toISOString(), bench, machine: machine(), figures };
  appendFileSync(file, `${JSON.stringify(line)}\n`);
}

/** The medians of a figure in the runs before, the oldest first. Of a line that cannot be read nothing is known. */
export function before(bench: string, figure: string, file = history): readonly number[] {
  return linesOf(file).flatMap((line) => {
    const noted = Noted.safeParse(line).data;
    const value = noted?.bench === bench ? noted.figures[figure] : undefined;
    return value === undefined ? [] : [value];
  });
}

/** Whether a figure fell by a third against the median of the runs before. */
export function fellByAThird(now: number, earlier: readonly number[]): boolean {
  return earlier.length > 0 && now < (2 / 3) * runsOf(earlier).median;
}

function linesOf(file: string): readonly unknown[] {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line) => (line === '' ? [] : [JSON.parse(line) as unknown]));
  } catch {
    return [];
  }
}

const Noted = z.object({ bench: z.string(), figures: z.record(z.string(), z.number()) });
const history = 'var/bench.jsonl';
