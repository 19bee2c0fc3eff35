import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { AppError } from '../../src/core/errors.ts';

/** A PostgreSQL of our own, to be broken: its data in a folder that goes with it. */
export type Postgres = {
  readonly url: string;
  readonly version: string;
  /** The folder of what was installed with it. */
  readonly programs: string;
  start(): Promise<void>;
  /** `SIGINT` ends connections and writes out, `SIGQUIT` is a crash. */
  stop(signal: 'SIGINT' | 'SIGQUIT'): Promise<void>;
  /** Stops or wakes every process of it, without a word to any client. */
  hang(hung: boolean): void;
  ask(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** Milliseconds of processor time of its processes by now. */
  processorMs(): number;
  end(): Promise<void>;
};

/** @param settings such as `name=value`. @throws AppError input/not-supported when it is not installed */
export async function ownPostgres(settings: readonly string[] = []): Promise<Postgres> {
  const programs = programsIn();
  const owner = ownerOf();
  const folder = mkdtempSync(join(tmpdir(), 'guichet-postgres-'));
  const data = join(folder, 'data');
  if (owner !== null) chownSync(folder, owner.uid, owner.gid);
  const made = spawnSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'guichet', '-A', 'trust', '-E', 'UTF8', '--locale=C'],
    { ...owner, cwd: folder, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new AppError('input/not-supported', `initdb failed: ${made.stderr}`);
  const port = await freePort();
  const url = `postgres://guichet@127.0.0.1:${String(port)}/postgres`;
  let server: ChildProcess | null = null;
  const ask = async (sql: string) => {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query(sql)).rows as Readonly<Record<string, unknown>>[];
    } finally {
      await client.end();
    }
  };
  const family = (): readonly number[] => (server?.pid === undefined ? [] : [server.pid, ...childrenOf(server.pid)]);
  const start = async (): Promise<void> => {
    const given = ['max_connections=60', ...settings].flatMap((setting) => ['-c', setting]);
    const options = ['-D', data, '-p', String(port), '-k', folder, '-h', '127.0.0.1', ...given];
    server = spawn(join(programs, 'postgres'), options, { ...owner, cwd: folder, stdio: 'ignore' });
    for (let tries = 0; tries < 200; tries++) {
      try {
        await ask('select 1');
        return;
      } catch {
        await sleep(50);
      }
    }
    throw new AppError('input/not-supported', 'PostgreSQL does not answer.');
  };
  const stop = async (signal: NodeJS.Signals): Promise<void> => {
    const running = server;
    if (running === null) return;
    server = null;
    const gone = once(running, 'exit');
    running.kill(signal);
    await gone;
  };
  await start();
  const [{ server_version: version } = {}] = await ask('show server_version');
  return {
    url,
    version: String(version),
    programs,
    start,
    stop,
    ask,
    hang(hung) {
      for (const pid of family()) signal(pid, hung ? 'SIGSTOP' : 'SIGCONT');
    },
    processorMs: () => family().reduce((sum, pid) => sum + processorMsOf(pid), 0),
    async end() {
      for (const pid of family()) signal(pid, 'SIGCONT');
      await stop('SIGQUIT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** As Linux tells it, in its hundredths of a second, with the time of children that ended. */
export function processorMsOf(pid: number): number {
  try {
    const fields =
      readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
        .split(') ')[1]
        ?.split(' ') ?? [];
    return [11, 12, 13, 14].reduce((sum, field) => sum + Number(fields[field]) * 10, 0);
  } catch {
    return 0;
  }
}

export async function freePort(): Promise<number> {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  taken.close();
  await once(taken, 'close');
  return port;
}

/** Where Debian, or whoever is asked by PG_BIN, has the server's own programs. */
function programsIn(): string {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [process.env['PG_BIN'] ?? '', ...versions.map((version) => join(debian, version, 'bin'))];
  const found = folders.find((folder) => folder !== '' && existsSync(join(folder, 'initdb')));
  if (found !== undefined) return found;
  throw new AppError('input/not-supported', 'PostgreSQL is not installed: apt-get install postgresql, or set PG_BIN.');
}

/** It refuses to run as root: then it runs as the user that its package made. */
function ownerOf(): { readonly uid: number; readonly gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const idOf = (kind: '-u' | '-g') => Number(spawnSync('id', [kind, 'postgres'], { encoding: 'utf8' }).stdout);
  return { uid: idOf('-u'), gid: idOf('-g') };
}

/** One that has ended meanwhile needs none. */
function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    return;
  }
}

function childrenOf(parent: number): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return (
          Number(
            readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
              .split(') ')[1]
              ?.split(' ')[1],
          ) === parent
        );
      } catch {
        return false;
      }
    });
}
