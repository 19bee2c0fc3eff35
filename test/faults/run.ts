import { tableOf } from '../../src/eval/report.ts';
import { AppError } from '../../src/core/errors.ts';
import { faultsOfPostgres } from './of-postgres.ts';
import { faultsOfSockets } from './of-sockets.ts';
import { faultsOfSqlite } from './of-sqlite.ts';
import { faultsOfStarts } from './of-starts.ts';
import { faultsOfSurroundings } from './of-surroundings.ts';
import type { Extent, Fault, Line } from './stage.ts';

const faults: readonly Fault[] = [
  faultsOfPostgres,
  faultsOfSqlite,
  faultsOfStarts,
  faultsOfSurroundings,
  faultsOfSockets,
];

const inShort = new Set(['postgres', 'sqlite']);

/** Says what is done as it is done, then prints the table. True when nothing went wrong. */
export async function runFaults(extent: Extent, only: string | undefined): Promise<boolean> {
  // What unit tests hold as well is left to a run of the whole.
  const chosen = faults.filter(({ name }) => (only === undefined ? !extent.short || inShort.has(name) : name === only));
  if (chosen.length === 0)
    throw new AppError('input/invalid', `Name one of: ${faults.map(({ name }) => name).join(', ')}.`);
  const lines: Line[] = [];
  for (const { run } of chosen) lines.push(...(await run(extent)));
  process.stdout.write(`${tableOf([heads, ...lines.map(cellsOf)])}\n`);
  return lines.every(({ failed }) => !failed);
}

const heads = ['', 'acknowledged', 'refused', 'lost', 'twice', 'unseen', 'longest, s', ''];

function cellsOf({ fault, tally, note }: Line): readonly string[] {
  if (tally === null) return [fault, '–', '–', '–', '–', '–', '–', note];
  const refused = [...tally.errors].map(([status, times]) => `${String(times)} × ${status}`).join(', ') || '0';
  const counts = [tally.acknowledged, refused, tally.lost, tally.twice, tally.unseen].map(String);
  return [fault, ...counts, (tally.longest / 1000).toFixed(1), note];
}
