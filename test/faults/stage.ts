import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { crowd, secret, type Crowd, type CrowdOptions, type Tally } from './crowd.ts';
import { guichet, readiness, type Guichet } from './guichet.ts';
import { ownPostgres, type Postgres } from './postgres.ts';

/** How much is done: everything, or what is worth doing with every change. `fault`: of PostgreSQL's, those with this in their name. */
export type Extent = { readonly short: boolean; readonly kills: number; readonly fault: string };

/** A line of the table. `note`: what else was seen. `failed`: what must not be was. */
export type Line = {
  readonly fault: string;
  readonly tally: Tally | null;
  readonly note: string;
  readonly failed: boolean;
};

export type Fault = {
  readonly name: string;
  readonly run: (extent: Extent) => Promise<readonly Line[]>;
};

/** Two processes on one PostgreSQL, whom a balancer gives messages in turn, and whose sockets are held at either. */
export async function withTwoOnPostgres<T>(
  run: (stage: { readonly postgres: Postgres; readonly processes: readonly [Guichet, Guichet] }) => Promise<T>,
  postgresSettings: readonly string[] = [],
): Promise<T> {
  const postgres = await ownPostgres(postgresSettings);
  const key = () => randomBytes(32).toString('base64url');
  const settings = { ...everyday, DATABASE_URL: postgres.url, TOKEN_KEY: key(), DELIVERY_KEY: key() };
  const processes = [await guichet(settings), await guichet(settings)] as const;
  try {
    for (const one of processes) await one.start();
    return await run({ postgres, processes: [...processes] });
  } finally {
    for (const one of processes) await one.stop('SIGKILL');
    await postgres.end();
  }
}

/** One process on a SQLite file in a folder of its own. */
export async function withOneOnSqlite<T>(
  run: (stage: { readonly folder: string; readonly file: string; readonly process: Guichet }) => Promise<T>,
  { folder = mkdtempSync(join(tmpdir(), 'guichet-faults-')), settings = {} } = {},
): Promise<T> {
  const file = join(folder, 'guichet.db');
  const process = await guichet({ ...everyday, DATABASE_URL: `sqlite:${file}`, ...settings });
  try {
    await process.start();
    return await run({ folder, file, process });
  } finally {
    await process.stop('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same load over each fault: it begins, the fault comes and goes, it goes on for a while. Lost, twice, unseen: all 0, or it failed. */
export async function underLoad(
  fault: string,
  options: CrowdOptions,
  during: (crowd: Crowd) => Promise<string>,
  load = everydayLoad,
): Promise<Line> {
  const talking = await crowd(options, load);
  await sleep(warmMs);
  const note = await during(talking);
  await sleep(settleMs);
  const tally = await talking.stop();
  const { acknowledged, lost, twice, unseen } = tally;
  process.stderr.write(`${fault}: ${[acknowledged, lost, twice, unseen].join(' ')} ${note}\n`);
  return { fault, tally, note, failed: tally.lost + tally.twice + tally.unseen > 0 || note.includes('FAILED') };
}

export function everywhere(processes: readonly Guichet[]): CrowdOptions {
  const urls = processes.map(({ url }) => url);
  return { posts: () => urls, sockets: urls };
}

/** A balancer of another kind stands before them. */
export function through(url: string): CrowdOptions & { stop(): void } {
  return { posts: () => [url], sockets: [url], stop: () => undefined };
}

/** A balancer that asks /readyz twice a second and sends nothing to who does not say that it is ready. */
export function balanced(processes: readonly Guichet[]): CrowdOptions & { stop(): void } {
  const urls = processes.map(({ url }) => url);
  let ready: readonly string[] = urls;
  const look = setInterval(() => {
    void Promise.all(urls.map(async (url) => ((await readiness(url, 1000)) === 200 ? [url] : []))).then((found) => {
      ready = found.flat();
    });
  }, 500);
  return {
    posts: () => ready,
    sockets: urls,
    stop: () => {
      clearInterval(look);
    },
  };
}

export const everyday = {
  DIRECT_LINE_SECRETS: secret,
  TRUST_PROXY: 'yes',
  LOG_LEVEL: 'info',
  METRICS_TOKEN: 'the-token-of-the-faults',
};
const everydayLoad = { students: 20, pauseMs: 400 };
const warmMs = 2000;
const settleMs = 4000;
