import { tableOf } from '../../src/eval/report.ts';
import type { Fuzzed } from './fuzz.ts';
import { shown, type Fault, type Tally } from './tally.ts';

/** Whether any input did what no input may: stopped the server, was answered with a mistake of ours, or broke a promise. */
export function failed({ modules, doors, bugs, stopped }: Fuzzed): boolean {
  return stopped || bugs.size > 0 || [...modules, ...doors].some(({ faults }) => faults.length > 0);
}

export function report(fuzzed: Fuzzed): string {
  const { modules, doors, bugs, stopped, slowest } = fuzzed;
  const faults = [...modules, ...doors].flatMap((tally) => tally.faults);
  const sections = [
    tableOf([['modules', 'inputs', 'faults'], ...rowsOf(modules)]),
    tableOf([['doors of a running server', 'inputs', 'faults'], ...rowsOf(doors)]),
    tableOf([
      ['slowest inputs', 'processor ms', 'alone, of three', 'input'],
      ...slowest
        .filter(({ again }) => again >= worthSaying)
        .map(({ target, ms, again, input }) => [target, ms.toFixed(1), again.toFixed(1), shown(input).slice(0, 80)]),
    ]),
    ...oneOfEachKind(faults)
      .slice(0, mostShown)
      .map(
        ({ target, seed, number, why, input }) =>
          `${target}, seed ${String(seed)} number ${String(number)}: ${why}\n  ${input}`,
      ),
    ...[...bugs].map(([what, times]) => `in the log ${String(times)} times: ${what}`),
    `${String(faults.length)} faults, ${String(bugs.size)} kinds of error in the log, the server ${stopped ? 'STOPPED' : 'lives'}`,
  ];
  return `\n${sections.join('\n\n')}\n`;
}

/** The same fault comes many times: the first of each is shown. */
function oneOfEachKind(faults: readonly Fault[]): readonly Fault[] {
  const kinds = new Map<string, Fault>();
  for (const fault of faults.toReversed()) kinds.set(`${fault.target} ${fault.why}`, fault);
  return [...kinds.values()];
}

function rowsOf(tallies: readonly Tally[]) {
  const rows = tallies.map(({ name, inputs, faults }) => [name, inputs, faults.length] as const);
  return [
    ...rows,
    ['together', sum(rows.map(([, inputs]) => inputs)), sum(rows.map(([, , faults]) => faults))] as const,
  ];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

const mostShown = 20;
/** Milliseconds: what is quicker holds nobody up. */
const worthSaying = 5;
