import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The real program on a free port, with a database of its own that outlives its restarts. */
export type Served = {
  readonly url: string;
  /** Where its database lies. */
  readonly folder: string;
  /** Of the program that runs now. */
  pid(): number | undefined;
  /** Kills it without a word, as a power cut does, and starts it anew on the same port and database. */
  /** @param meanwhile done while it is away, however fast it starts */
  restart(meanwhile?: () => Promise<void>): Promise<void>;
  stop(): Promise<void>;
};

/** @param root where the program stands: this one, or an earlier one */
export async function serve(
  environment: Readonly<Record<string, string>> = {},
  root = new URL('../..', import.meta.url).pathname,
): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-e2e-'));
  const start = (port: number) =>
    startProgram(root, {
      ...environment,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATABASE_URL: `sqlite:${folder}/guichet.db`,
    });
  let running = await start(0);
  const { port } = running;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    folder,
    pid: () => running.program.pid,
    async restart(meanwhile) {
      await end(running.program, 'SIGKILL');
      await meanwhile?.();
      running = await start(port);
    },
    async stop() {
      await end(running.program, 'SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function startProgram(
  root: string,
  settings: Readonly<Record<string, string>>,
): Promise<{ program: ChildProcess; port: number }> {
  const program = spawn(process.execPath, ['src/main.ts'], {
    cwd: root,
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await new Promise<number>((resolve, reject) => {
    createInterface({ input: program.stdout }).on('line', (line) => {
      const { port: opened } = JSON.parse(line) as { port?: number };
      if (opened !== undefined) resolve(opened);
    });
    program.once('exit', (code) => {
      reject(new RangeError(`The program ended with ${String(code)} before it served.`));
    });
  });
  return { program, port };
}

async function end(program: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  const ended = new Promise((resolve) => program.once('exit', resolve));
  program.kill(signal);
  await ended;
}
