import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseEnv } from 'node:util';
import type { Tally } from './crowd.ts';
import { commandOf, guichet, readiness, type Guichet } from './guichet.ts';
import { killed } from './kill.ts';
import { openForm } from './open-form.ts';
import { ownPostgres } from './postgres.ts';
import { everyday, everywhere, underLoad, withOneOnSqlite, type Fault, type Line } from './stage.ts';

/** What happens to a file that one process serves from. */
export const faultsOfSqlite: Fault = {
  name: 'sqlite',
  run: async ({ short, kills }) => [
    ...(await withOneOnSqlite(async ({ folder, file, process }) => [
      await underLoad('the file locked for 8 s', everywhere([process]), () => locked(file, process)),
      ...(short
        ? []
        : [await underLoad(`kill -9, ${String(kills)} times`, everywhere([process]), () => killed(process, kills))]),
      await underLoad('a second process on the file', everywhere([process]), () => second(file)),
      await underLoad(
        'backup under load, restored, a form goes on',
        everywhere([process]),
        ({ tally }) => backedUp({ file, folder, process, tally }),
        heavyLoad,
      ),
    ])),
    ...(await diskFull()),
    ...(short ? [] : [await moved()]),
  ],
};

async function locked(file: string, process: Guichet): Promise<string> {
  const other = new DatabaseSync(file);
  other.exec('begin immediate');
  await sleep(2000);
  // The shortest of three: other work only adds to it, and a lock that held all up would hold each.
  const asked: number[] = [];
  for (let time = 0; time < 3; time++) {
    const began = performance.now();
    const page = await fetch(`${process.url}/healthz`);
    asked.push(page.ok ? (performance.now() - began) / 1000 : Infinity);
    await sleep(2000);
  }
  const seconds = Math.min(...asked);
  other.exec('commit');
  other.close();
  return `${seconds < 1 ? '' : 'FAILED: '}others served within ${seconds.toFixed(2)} s`;
}

async function second(file: string): Promise<string> {
  const other = await guichet({ ...everyday, DATABASE_URL: `sqlite:${file}` });
  const problem = await other.start().then(
    () => 'it started',
    (thrown: unknown) => String(thrown),
  );
  await other.stop('SIGKILL');
  return problem.includes('Another Guichet serves') ? 'refused, and says why' : `FAILED: ${problem}`;
}

type UnderLoad = {
  readonly file: string;
  readonly folder: string;
  readonly process: Guichet;
  readonly tally: Pick<Tally, 'acknowledged'>;
};

/**
 * Taken while everybody talks. What was restored refuses to start without the keys, and goes on with them where the desk stood:
 * the form that was open says the same to the next answer as the desk that it was taken of.
 */
async function backedUp({ file, folder, process, tally }: UnderLoad): Promise<string> {
  const form = await openForm(process);
  const backup = join(folder, 'taken.backup');
  const [began, before] = [performance.now(), tally.acknowledged];
  const taken = await commandOf(['backup', backup], { DATABASE_URL: `sqlite:${file}` });
  const seconds = (performance.now() - began) / 1000;
  const rate = (tally.acknowledged - before) / seconds;
  const restored = join(folder, 'restored', 'guichet.db');
  const back = await commandOf(['restore', backup], { DATABASE_URL: `sqlite:${restored}` });
  if (taken.code !== 0 || back.code !== 0) return `FAILED: ${taken.said}${back.said}`;
  const again = await guichet({ ...everyday, DATABASE_URL: `sqlite:${restored}` });
  const withoutKeys = await again.start().then(
    () => 'it started without its keys',
    (thrown: unknown) => String(thrown),
  );
  await again.stop('SIGKILL');
  if (!withoutKeys.includes('DELIVERY_KEY')) return `FAILED: ${withoutKeys}`;
  for (const key of ['deliveries.key', 'token.key']) copyFileSync(join(folder, key), join(folder, 'restored', key));
  await again.start();
  const ready = await readiness(again.url);
  const [there, here] = [await form.goOn(again), await form.goOn(process)];
  await again.stop('SIGTERM');
  if (ready !== 200 || there !== here || there === '') return `FAILED: ready ${String(ready)}, "${there}", "${here}"`;
  return `taken in ${seconds.toFixed(1)} s at ${rate.toFixed(0)} turns/s; refused without its keys, ready with them`;
}

/** A file system of its own, filled to the brim and emptied again. Needs the right to mount one. */
async function diskFull(): Promise<readonly Line[]> {
  const fault = 'disk full, then freed';
  const folder = mkdtempSync(join(tmpdir(), 'guichet-full-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=32m,mode=700', 'tmpfs', folder]).status === 0;
  try {
    if (!mounted) return [{ fault, tally: null, note: 'not tried: nothing may be mounted here', failed: false }];
    const line = await withOneOnSqlite(
      ({ process }) =>
        underLoad(fault, everywhere([process]), async () => {
          const ballast = join(folder, 'ballast');
          fill(folder, ballast);
          await sleep(8000);
          fill(folder, `${ballast}.2`);
          // What is left over in the log takes a turn now and then: between two of them it is ready, and says so.
          let full: number | 'none' = 200;
          for (let look = 0; look < 50 && full === 200; look++) {
            await sleep(100);
            full = await readiness(process.url);
          }
          for (const name of [ballast, `${ballast}.2`]) rmSync(name, { force: true });
          let freed: number | 'none' = 'none';
          for (let look = 0; look < 20 && freed !== 200; look++) {
            await sleep(1000);
            freed = await readiness(process.url);
          }
          return `${full === 503 && freed === 200 ? '' : 'FAILED: '}/readyz ${String(full)}, then ${String(freed)}`;
        }),
      { folder: join(folder, 'data') },
    );
    return [line];
  } finally {
    if (mounted) spawnSync('umount', ['-l', folder]);
    rmSync(folder, { recursive: true, force: true });
  }
}

function fill(folder: string, file: string): void {
  const { bavail, bsize } = statfsSync(folder);
  try {
    writeFileSync(file, Buffer.alloc(bavail * bsize));
  } catch (problem) {
    // Who is served has written meanwhile: then it is as full as it was to be.
    if ((problem as NodeJS.ErrnoException).code !== 'ENOSPC') throw problem;
  }
}

/** To a PostgreSQL while everybody talks, then started there on the same port. */
async function moved(): Promise<Line> {
  const postgres = await ownPostgres();
  try {
    return await withOneOnSqlite(({ folder, file, process }) =>
      underLoad('moved to PostgreSQL while serving', everywhere([process]), async () => {
        const keys = join(folder, 'keys.env');
        const args = ['move', '--to', postgres.url, '--keys', keys];
        const done = await commandOf(args, { DATABASE_URL: `sqlite:${file}` });
        if (done.code !== 0) return `FAILED: ${done.said}`;
        await process.stop('SIGTERM');
        await process.start({ DATABASE_URL: postgres.url, ...settingsIn(keys) });
        return done.said.split('\n')[0] ?? '';
      }),
    );
  } finally {
    await postgres.end();
  }
}

function settingsIn(file: string): Readonly<Record<string, string>> {
  return parseEnv(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>;
}

const heavyLoad = { students: 80, pauseMs: 500 };
