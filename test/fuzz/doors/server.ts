import { createInterface } from 'node:readline';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The real program, watched: what its log says went wrong, and whether it still lives. */
export type Watched = {
  readonly url: string;
  readonly port: number;
  /** Where it takes mail. */
  readonly smtpPort: number;
  /** The path on which the first administrator makes their account. */
  readonly firstAccount: string;
  /** Codes of the log that no stranger may cause, with how often. */
  readonly bugs: ReadonlyMap<string, number>;
  readonly stopped: () => boolean;
  end(): Promise<void>;
};

export const secret = 'the-secret-of-the-fuzzer';

export async function watch(postOffice: string): Promise<Watched> {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-fuzz-'));
  const program = spawn(process.execPath, ['src/main.ts'], {
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      HOST: '127.0.0.1',
      DATABASE_URL: `sqlite:${folder}/guichet.db`,
      DIRECT_LINE_SECRETS: secret,
      SMTP_URL: postOffice,
      MAIL_FROM: 'Desk <desk@guichet.test>',
      SMTP_RECEIVER_PORT: '0',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const bugs = new Map<string, number>();
  const opened = Promise.withResolvers<{ port: number; smtpPort: number }>();
  const invited = Promise.withResolvers<string>();
  let stopped = false;
  let smtpPort = 0;
  program.once('exit', (code) => {
    stopped = true;
    opened.reject(new RangeError(`The program ended with ${String(code)}.`));
  });
  createInterface({ input: program.stdout }).on('line', (line) => {
    const entry = JSON.parse(line) as {
      port?: number;
      smtp?: number;
      level: number;
      code?: string;
      err?: { type?: string; at?: string[] };
    };
    smtpPort = entry.smtp ?? smtpPort;
    if (entry.port !== undefined) opened.resolve({ port: entry.port, smtpPort });
    if (isBug(entry)) {
      const what = `${entry.code ?? 'no code'} ${entry.err?.type ?? ''} ${entry.err?.at?.[0] ?? ''}`.trim();
      bugs.set(what, (bugs.get(what) ?? 0) + 1);
    }
  });
  createInterface({ input: program.stderr }).on('line', (line) => {
    const path = /\/staff\/invitation\/\S+/.exec(line)?.[0];
    if (path !== undefined) invited.resolve(path);
  });
  const ports = await opened.promise;
  return {
    url: `http://127.0.0.1:${String(ports.port)}`,
    ...ports,
    firstAccount: await invited.promise,
    bugs,
    stopped: () => stopped,
    async end() {
      if (!stopped) {
        const exited = once(program, 'exit');
        program.kill('SIGTERM');
        await exited;
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** An error in the log is ours: a stranger's mistake is a warning. The handler of last resort logs one as well. */
function isBug({ level, code }: { readonly level: number; readonly code?: string }): boolean {
  return level >= 50 || code?.startsWith('bug/') === true;
}
