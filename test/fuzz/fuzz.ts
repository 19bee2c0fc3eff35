import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';
import { doorTargets } from './doors/targets.ts';
import { watch, type Watched } from './doors/server.ts';
import { moduleTargets } from './modules/targets.ts';
import { run, type Budget } from './run.ts';
import type { Target } from './target.ts';
import { processorMs, type Tally } from './tally.ts';

export type Fuzzed = {
  readonly modules: readonly Tally[];
  readonly doors: readonly Tally[];
  /** What the running server's log said of mistakes of its own, by code and place. */
  readonly bugs: ReadonlyMap<string, number>;
  /** Whether it ended, or no longer said that it lives. */
  readonly stopped: boolean;
  /** The slowest inputs of each module, each taken again alone three times. */
  readonly slowest: readonly Again[];
};

/** Milliseconds of processor time: in the run, and the median of three times alone. */
export type Again = { readonly target: string; readonly ms: number; readonly again: number; readonly input: unknown };

/** The modules in this process, then every door of a running server. */
export async function fuzz(
  seed: number,
  budget: { readonly modules: Budget; readonly doors: Budget },
): Promise<Fuzzed> {
  const behind = await moduleTargets();
  const modules = await run(behind.targets, seed, budget.modules);
  const slowest = await takeAgain(behind.targets, modules);
  await behind.close();
  const office = await openPostOffice();
  const server = await watch(`smtp://127.0.0.1:${String(office.port)}`);
  try {
    const doors = await run(doorTargets(server), seed, budget.doors, server.stopped);
    return { modules, doors, bugs: server.bugs, stopped: !(await lives(server)), slowest };
  } finally {
    await server.end();
    office.close();
  }
}

async function takeAgain(targets: readonly Target[], tallies: readonly Tally[]): Promise<readonly Again[]> {
  const rows: Again[] = [];
  for (const [at, { name, slowest }] of tallies.entries()) {
    for (const { input, ms } of slowest)
      rows.push({ target: name, ms, again: await median(targets[at]!, input), input });
  }
  return rows;
}

async function median(target: Target, input: unknown): Promise<number> {
  const times: number[] = [];
  for (let time = 0; time < 3; time++) {
    const before = processorMs();
    try {
      await target.take(input);
    } catch {
      // What it throws was counted when it came first.
    }
    times.push(processorMs() - before);
  }
  return times.sort((a, b) => a - b)[1] ?? 0;
}

async function lives({ url, stopped }: Watched): Promise<boolean> {
  if (stopped()) return false;
  const answer = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(10_000) }).catch(() => null);
  return answer?.status === 200;
}

/** Takes the desk's letters and throws them away. */
async function openPostOffice(): Promise<{ readonly port: number; close(): void }> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData: (stream, _session, done) => {
      stream.resume().once('end', () => {
        done();
      });
    },
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const address = server.server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    close() {
      server.close(() => undefined);
    },
  };
}
