import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { percentile } from '../../../src/eval/metrics.ts';
import { tableOf } from '../../../src/eval/report.ts';
import { serve } from '../../e2e/serve.ts';
import { visitByPhone } from './phone.ts';
import { questions } from './questions.ts';
import { atEchoBot, atGuichet, type Talk } from './talk.ts';

/**
 * The web door under load, beside the SDK's plain echo bot in the same run, then a phone on a slow line. `conversations`
 * are held open at once, each with its WebSocket. The clients share the machine with the servers.
 */
export async function benchWeb(conversations = '1000'): Promise<void> {
  const held = Number(conversations);
  say(`${String(cpus().length)} cores, load ${(loadavg()[0] ?? 0).toFixed(1)} before the start\n`);
  const secret = 'the-secret-of-the-bench';
  const guichet = await serve({ DIRECT_LINE_SECRETS: secret, TRUST_PROXY: 'yes', LOG_LEVEL: 'info' });
  try {
    const talks = await inParallel(held, (number) => atGuichet(guichet.url, secret, number));
    const ours = await measure(talks, guichet.pid());
    const memory = residentMegabytes(guichet.pid());
    for (const talk of talks) talk.close();
    const echo = await startEchoBot();
    const theirs = await measure(
      Array.from({ length: held }, (_, number) => atEchoBot(echo.url, number)),
      echo.pid,
    );
    const theirMemory = residentMegabytes(echo.pid);
    echo.stop();
    say(
      tableOf([
        ['', 'held at once', 'turns', 'turns/s', 'p50, ms', 'p99, ms', 'CPU ms a turn', 'memory, MB'],
        ['Guichet, Direct Line and WebSocket, kept on disk', held, ...ours, memory],
        ['SDK echo bot, answer in the response, nothing kept', '–', ...theirs, theirMemory],
      ]),
    );
    const visits = await visitByPhone(guichet.url, 'how much does a gp visit cost', /30 €/);
    const row = (name: string, { kilobytes, readable, greeted, answered }: (typeof visits)[0]) => [
      name,
      kilobytes.toFixed(0),
      ...[readable, greeted, answered].map((seconds) => seconds.toFixed(1)),
    ];
    say(
      `\n${tableOf([
        ['phone on slow 4G, 4 × slower', 'kB', 'readable, s', 'greeted, s', 'first answer, s'],
        row('first visit', visits[0]),
        row('next visit', visits[1]),
      ])}`,
    );
  } finally {
    await guichet.stop();
  }
}

const inFlight = 16;

/** Turns, turns a second, p50, p99 and the server's processor time a turn in milliseconds, after a warm-up. */
async function measure(talks: readonly Talk[], pid: number | undefined): Promise<readonly string[]> {
  const turns = talks.length * 3;
  const turn = async (number: number): Promise<number> =>
    talks[number % talks.length]!.say(questions[number % questions.length]!);
  await inParallel(100, turn);
  const busyBefore = processorMs(pid);
  const start = performance.now();
  const times = await inParallel(turns, turn);
  const seconds = (performance.now() - start) / 1000;
  return [
    String(turns),
    (turns / seconds).toFixed(0),
    ...[0.5, 0.99].map((part) => percentile(times, part).toFixed(1)),
    ((processorMs(pid) - busyBefore) / turns).toFixed(1),
  ];
}

/** `count` tasks, `inFlight` at a time, their results in order. */
async function inParallel<T>(count: number, task: (number: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let number = next++; number < count; number = next++) results[number] = await task(number);
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  return results;
}

async function startEchoBot(): Promise<{ url: string; pid: number | undefined; stop(): void }> {
  const program = spawn(process.execPath, [new URL('echo-bot.ts', import.meta.url).pathname], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface({ input: program.stdout }), 'line')) as [string];
  const { port } = JSON.parse(line) as { port: number };
  return { url: `http://127.0.0.1:${String(port)}`, pid: program.pid, stop: () => program.kill() };
}

/** What the other programs on the machine do not change. As Linux tells it, in its hundredths of a second; else NaN. */
function processorMs(pid: number | undefined): number {
  try {
    const fields =
      readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
        .split(') ')[1]
        ?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return NaN;
  }
}

/** As Linux tells it; elsewhere nothing is said. */
function residentMegabytes(pid: number | undefined): string {
  try {
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
    return (Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024).toFixed(0);
  } catch {
    return '–';
  }
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
