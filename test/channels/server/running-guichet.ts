import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const node = `${root}/node_modules/.bin/node`;

/** The real program in its own process. Only the environment named here reaches it. */
export function startGuichet(
  environment: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): ChildProcess & { readonly lines: Readonly<Record<string, unknown>>[] } {
  const child = spawn(node, ['src/main.ts', ...args], { cwd: root, env: { ...environment }, stdio: 'pipe' });
  const lines: Readonly<Record<string, unknown>>[] = [];
  if (args.length === 0) {
    createInterface({ input: child.stdout }).on('line', (line) =>
      lines.push(JSON.parse(line) as Record<string, unknown>),
    );
  }
  return Object.assign(child, { lines });
}

/** A server on a free port, once it is open. `lines` is its log. */
export async function serveGuichet(environment: Readonly<Record<string, string>>) {
  const child = startGuichet({ PORT: '0', HOST: '127.0.0.1', ...environment });
  let said = '';
  child.stderr?.on('data', (text: Buffer) => (said += text.toString()));
  const exited = once(child, 'exit');
  const port = await new Promise<number>((resolve, reject) => {
    child.once('exit', () => {
      reject(new Error(`Guichet did not start: ${said}`));
    });
    const look = setInterval(() => {
      const open = child.lines.find((line) => typeof line['port'] === 'number');
      if (open === undefined) return;
      clearInterval(look);
      resolve(Number(open['port']));
    }, 20);
  });
  return {
    url: `http://127.0.0.1:${port}`,
    lines: child.lines,
    async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
      child.kill(signal);
      await exited;
      return child.exitCode;
    },
  };
}

/** Says something through `/api/messages` and reads what the bot would send. */
export async function say(url: string, conversation: string, id: string, text: string): Promise<Said> {
  const response = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'message',
      id,
      text,
      channelId: 'test',
      conversation: { id: conversation },
      from: { id: 'student' },
      recipient: { id: 'guichet' },
      serviceUrl: 'http://127.0.0.1:9',
      deliveryMode: 'expectReplies',
    }),
  });
  expect(response.status).toBe(200);
  const { activities } = (await response.json()) as { activities: SentActivity[] };
  return {
    texts: activities.map((activity) => activity.text),
    asking: activities.at(-1)?.channelData.guichet.asking ?? null,
  };
}

export type Said = { readonly texts: readonly string[]; readonly asking: string | null };
type SentActivity = {
  readonly text: string;
  readonly channelData: { readonly guichet: { readonly asking: string | null } };
};
