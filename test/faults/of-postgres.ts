import { setTimeout as sleep } from 'node:timers/promises';
import { readiness, type Guichet } from './guichet.ts';
import { killed } from './kill.ts';
import { ownNginx } from './nginx.ts';
import type { Postgres } from './postgres.ts';
import { balanced, through, underLoad, withTwoOnPostgres, type Extent, type Fault, type Line } from './stage.ts';

/** What a server does to two processes behind nginx without sticky sessions, one after the other on one stage. */
export const faultsOfPostgres: Fault = {
  name: 'postgres',
  run: (extent) =>
    withTwoOnPostgres(async ({ postgres, processes }) => {
      const nginx = await ownNginx(processes.map(({ url }) => url));
      const lines: Line[] = [];
      try {
        for (const { fault, during, toReady } of faultsIn(extent, postgres, processes)) {
          const to = toReady === true ? balanced(processes) : through(nginx.url);
          lines.push(await underLoad(fault, to, during));
          to.stop();
          const gone = processes.filter((one) => !one.running());
          if (gone.length > 0)
            lines.push({ fault, tally: null, note: `FAILED: ${String(gone.length)} ended`, failed: true });
          for (const one of gone) await one.start();
        }
      } finally {
        await nginx.stop();
      }
      return lines;
    }),
};

type During = {
  readonly fault: string;
  readonly during: () => Promise<string>;
  /** Whether messages go to whom /readyz says 200 of, as other balancers send them; else through nginx, in turn. */
  readonly toReady?: boolean;
};

function faultsIn(extent: Extent, postgres: Postgres, both: readonly [Guichet, Guichet]): readonly During[] {
  const { short, kills, fault: wanted } = extent;
  const [first, second] = both;
  const down = (seconds: number, signal: 'SIGINT' | 'SIGQUIT') => async () => {
    await postgres.stop(signal);
    await sleep(seconds * 1000);
    await postgres.start();
    const began = performance.now();
    while ((await readiness(second.url)) !== 200) await sleep(100);
    return `ready ${secondsSince(began)} s after it was back`;
  };
  const all: readonly During[] = [
    { fault: 'restart of PostgreSQL', during: down(1, 'SIGINT') },
    { fault: 'crash of PostgreSQL, away 60 s', during: down(60, 'SIGQUIT') },
    { fault: 'every connection terminated, again and again', during: () => terminated(postgres, short ? 2 : 5) },
    { fault: `hung for ${short ? '5' : '40'} s`, during: () => hung(postgres, first, short ? 5 : 40) },
    { fault: 'SIGTERM while it hangs', during: () => endedWhileHung(postgres, second) },
    { fault: `kill -9 of one, ${String(kills)} times`, during: () => killed(second, kills) },
    { fault: 'rolling restart', during: () => rolled(both) },
    { fault: 'rolling restart behind a balancer that asks /readyz', during: () => rolled(both), toReady: true },
  ];
  return all.filter(({ fault }) => fault.includes(wanted) && (!short || inShort.test(fault)));
}

async function terminated(postgres: Postgres, times: number): Promise<string> {
  let ended = 0;
  for (let time = 0; time < times; time++) {
    const rows = await postgres.ask(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'guichet'",
    );
    ended += rows.length;
    await sleep(1500);
  }
  return `${String(ended)} connections`;
}

async function hung(postgres: Postgres, asked: Guichet, seconds: number): Promise<string> {
  postgres.hang(true);
  const answers: string[] = [];
  const until = performance.now() + seconds * 1000;
  while (performance.now() < until) {
    const began = performance.now();
    const status = await readiness(asked.url, 10_000);
    answers.push(`${String(status)} in ${secondsSince(began)} s`);
    await sleep(3000);
  }
  postgres.hang(false);
  const memory = await asked.memoryMb();
  const right = answers.every((answer) => answer.startsWith('503'));
  return `${right ? '' : 'FAILED: '}/readyz ${answers.at(-1) ?? ''}; ${memory.toFixed(0)} MB`;
}

async function endedWhileHung(postgres: Postgres, ending: Guichet): Promise<string> {
  postgres.hang(true);
  await sleep(2000);
  const { code, seconds } = await ending.stop('SIGTERM');
  postgres.hang(false);
  await ending.start();
  return `${code === 0 && seconds < 17 ? '' : 'FAILED: '}ended with ${String(code)} after ${seconds.toFixed(1)} s`;
}

async function rolled(processes: readonly Guichet[]): Promise<string> {
  const ends: string[] = [];
  for (const one of processes) {
    const { code, seconds } = await one.stop('SIGTERM');
    ends.push(`${code === 0 ? '' : 'FAILED: '}${seconds.toFixed(1)} s`);
    await one.start();
    while ((await readiness(one.url)) !== 200) await sleep(100);
    // As long as a balancer takes to see it.
    await sleep(1500);
  }
  return `each ended within ${ends.join(', ')}`;
}

function secondsSince(began: number): string {
  return ((performance.now() - began) / 1000).toFixed(1);
}

const inShort = /^(?:restart|every|hung|rolling restart$)/;
