import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { AppError } from '../../src/core/errors.ts';
import { freePort, processorMsOf } from './postgres.ts';

/** The real program in a process of its own, on a port that it keeps over its restarts. */
export type Guichet = {
  readonly url: string;
  /** With settings that stay from then on. */
  start(more?: Readonly<Record<string, string>>): Promise<void>;
  signal(signal: NodeJS.Signals): void;
  /** Done when it has ended: its exit code, null when a signal ended it, and how long that took. */
  stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<{ readonly code: number | null; readonly seconds: number }>;
  readonly running: () => boolean;
  /** How often each code was logged as a warning or an error. */
  readonly logged: ReadonlyMap<string, number>;
  processorMs(): number;
  memoryMb(): Promise<number>;
};

const root = new URL('../..', import.meta.url).pathname;

export async function guichet(environment: Readonly<Record<string, string>>): Promise<Guichet> {
  const port = await freePort();
  const url = `http://127.0.0.1:${String(port)}`;
  const logged = new Map<string, number>();
  let program: ChildProcess | null = null;
  let said = '';
  let settings = environment;
  return {
    url,
    logged,
    running: () => program?.exitCode === null && program.signalCode === null,
    signal: (signal) => program?.kill(signal),
    async start(more = {}) {
      said = '';
      settings = { ...settings, ...more };
      const started = spawn(process.execPath, ['src/main.ts'], {
        cwd: root,
        env: { PATH: process.env['PATH'], HOST: '127.0.0.1', ...settings, PORT: String(port) },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      program = started;
      started.stderr.on('data', (text: Buffer) => (said += text.toString('utf8')));
      await new Promise<void>((resolve, reject) => {
        started.once('exit', (code) => {
          reject(new AppError('input/not-supported', `Guichet ended with ${String(code)}: ${said}`));
        });
        createInterface({ input: started.stdout }).on('line', (line) => {
          const entry = JSON.parse(line) as { readonly port?: number; readonly level: number; readonly code?: string };
          if (entry.port !== undefined) resolve();
          if (entry.level >= 40) logged.set(entry.code ?? '–', (logged.get(entry.code ?? '–') ?? 0) + 1);
          if (process.env['FAULTS_LOG'] !== undefined && entry.level >= 40) process.stderr.write(`${line}\n`);
        });
      });
    },
    async stop(signal) {
      const began = performance.now();
      if (program?.exitCode === null && program.signalCode === null) {
        const gone = once(program, 'exit');
        program.kill(signal);
        await gone;
      }
      return { code: program?.exitCode ?? null, seconds: (performance.now() - began) / 1000 };
    },
    processorMs: () => (program?.pid === undefined ? 0 : processorMsOf(program.pid)),
    async memoryMb() {
      const text = await (
        await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${settings['METRICS_TOKEN'] ?? ''}` } })
      ).text();
      return Number(/^process_resident_memory_bytes (\S+)$/m.exec(text)?.[1]) / 1_048_576;
    },
  };
}

/** What `/readyz` says, or `none` when there is no answer in the time that a balancer waits. */
export async function readiness(url: string, patienceMs = 5000): Promise<number | 'none'> {
  try {
    const response = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(patienceMs) });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 'none';
  }
}

/** `guichet <command>` in a process of its own, to its end. */
export async function commandOf(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<{ readonly code: number | null; readonly said: string }> {
  const program = spawn(process.execPath, ['src/main.ts', ...args], {
    cwd: root,
    env: { PATH: process.env['PATH'], ...environment },
  });
  let said = '';
  for (const stream of [program.stdout, program.stderr])
    stream.on('data', (text: Buffer) => (said += text.toString('utf8')));
  await once(program, 'exit');
  return { code: program.exitCode, said };
}
