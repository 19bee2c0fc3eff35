import { cpus, loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { tableOf } from '../../../src/eval/report.ts';
import { crowd } from '../../faults/crowd.ts';
import type { Guichet } from '../../faults/guichet.ts';
import type { Postgres } from '../../faults/postgres.ts';
import { everywhere, withTwoOnPostgres } from '../../faults/stage.ts';

/**
 * What a turn costs with one process and with two on one PostgreSQL: messages to each in turn, sockets at either. Processor time
 * is counted, so a busy machine changes little of it. The figures of docs/scale.md.
 */
export async function benchProcesses(seconds = '30'): Promise<void> {
  process.stdout.write(`${String(cpus().length)} cores, load ${(loadavg()[0] ?? 0).toFixed(1)} before the start\n`);
  await withTwoOnPostgres(
    async ({ postgres, processes: [one, other] }) => {
      await postgres.ask('create extension pg_stat_statements');
      // What is run for the first time is compiled first.
      await measured(postgres, [one, other], 10);
      const idle = await idleMsASecond([one, other]);
      process.stdout.write(`a process that nobody asks: ${idle.toFixed(1)} ms of processor time a second\n`);
      const rows = [
        await measured(postgres, [one], Number(seconds)),
        await measured(postgres, [one, other], Number(seconds)),
      ];
      process.stdout.write(`${tableOf([heads, ...rows])}\n`);
    },
    ['shared_preload_libraries=pg_stat_statements'],
  );
}

const heads = [
  'processes',
  'turns',
  'turns/s',
  'Guichet, CPU ms a turn',
  'PostgreSQL, CPU ms a turn',
  'statements a turn',
  'log, kB a turn',
  'kept, kB a turn',
  'MB each',
];

async function measured(
  postgres: Postgres,
  processes: readonly Guichet[],
  seconds: number,
): Promise<readonly (string | number)[]> {
  const talking = await crowd(everywhere(processes), { students: 40, pauseMs: 200 });
  await sleep(5000);
  const before = await standing(postgres, processes);
  const turnsBefore = talking.tally.acknowledged;
  await sleep(seconds * 1000);
  const turns = talking.tally.acknowledged - turnsBefore;
  const after = await standing(postgres, processes);
  await talking.stop();
  const perTurn = (name: keyof typeof after, scale = 1) => ((after[name] - before[name]) / turns / scale).toFixed(2);
  const memory = await Promise.all(processes.map((one) => one.memoryMb()));
  return [
    processes.length,
    turns,
    (turns / seconds).toFixed(0),
    perTurn('guichetMs'),
    perTurn('postgresMs'),
    perTurn('statements'),
    perTurn('logged', 1024),
    perTurn('kept', 1024),
    Math.max(...memory).toFixed(0),
  ];
}

async function idleMsASecond(processes: readonly Guichet[]): Promise<number> {
  const sum = () => processes.reduce((total, one) => total + one.processorMs(), 0);
  const before = sum();
  await sleep(10_000);
  return (sum() - before) / 10 / processes.length;
}

async function standing(postgres: Postgres, processes: readonly Guichet[]) {
  const [row = {}] = await postgres.ask(
    `select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0') as logged, pg_database_size(current_database()) as kept,
      (select sum(calls) from pg_stat_statements) as statements`,
  );
  return {
    guichetMs: processes.reduce((sum, one) => sum + one.processorMs(), 0),
    postgresMs: postgres.processorMs(),
    statements: Number(row['statements']),
    logged: Number(row['logged']),
    kept: Number(row['kept']),
  };
}
