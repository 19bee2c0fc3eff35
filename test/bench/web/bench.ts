import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { percentile } from '../../../src/eval/metrics.ts';
import { tableOf } from '../../../src/eval/report.ts';
import { serve, type Served } from '../../e2e/serve.ts';
import { processorMs, residentMegabytes } from '../process-figures.ts';
import { asText, before, fellByAThird, machine, note, runsOf } from '../runs.ts';
import { serveEarlier } from './earlier.ts';
import { visitsByPhone } from './phone.ts';
import { questions } from './questions.ts';
import { atEchoBot, atGuichet, type Talk } from './talk.ts';

/**
 * The web door under load, beside the SDK's plain echo bot: both stand at once and are measured in turn, several times, so
 * that what else the machine does meets both. `conversations` are held open at once, each with its WebSocket. The clients share
 * the machine with the servers. Then a phone on a slow line, at the chat of today and at that of `revision`.
 */
export async function benchWeb(conversations = '1000', times = '5', revision = beforeTheChat): Promise<void> {
  say(`${machine()} before the start; ${times} runs each, median (least–most)\n`);
  const guichet = await serve(atTheBench);
  try {
    await besideEcho(guichet, Number(conversations), Number(times));
    const earlier = await serveEarlier(revision, atTheBench);
    try {
      const desks = [
        { name: `at ${revision}`, url: earlier.url },
        { name: 'now', url: guichet.url },
      ];
      say(`\n${await visitsByPhone(desks, Number(times))}\n\n${machine()}`);
    } finally {
      await earlier.stop();
    }
  } finally {
    await guichet.stop();
  }
}

/** As it was when Web Chat came with the page, and sent and suggested by itself. */
const beforeTheChat = 'e9be2c83';

const secret = 'the-secret-of-the-bench';
/** A few conversations say in a minute what people say in days. */
const atTheBench = Object.freeze({
  DIRECT_LINE_SECRETS: secret,
  TRUST_PROXY: 'yes',
  LOG_LEVEL: 'info',
  CHAT_PER_ADDRESS: '1000000',
  CHAT_PER_CONVERSATION: '1000000',
});

/** The same without the phone, and short: what a turn costs in echo bots. Warns when that fell by a third. */
export async function benchEcho(conversations = '50', times = '5'): Promise<void> {
  const guichet = await serve(atTheBench);
  try {
    await besideEcho(guichet, Number(conversations), Number(times));
  } finally {
    await guichet.stop();
  }
}

async function besideEcho(guichet: Served, held: number, times: number): Promise<void> {
  const atRest = residentMegabytes(guichet.pid());
  const talks = await inParallel(held, (number) => atGuichet(guichet.url, secret, number));
  const echo = await startEchoBot();
  const echoes = Array.from({ length: held }, (_, number) => atEchoBot(echo.url, number));
  const [ours, theirs]: [Load[], Load[]] = [[], []];
  for (let run = 0; run < times; run++) {
    ours.push(await measure(talks, guichet.pid()));
    theirs.push(await measure(echoes, echo.pid));
  }
  const half = runsOf(ours.map(({ perSecond }) => perSecond)).most / 2;
  const calm: Load[] = [];
  for (let run = 0; run < times; run++) calm.push(await measureAt(half, talks, guichet.pid()));
  const ratios = runsOf(ours.map(({ perSecond }, run) => perSecond / (theirs[run]?.perSecond ?? NaN)));
  const processor = runsOf(ours.map(({ processor }) => processor));
  const memory = residentMegabytes(guichet.pid());
  const row = (name: string, loads: readonly Load[], resident: number) => [
    name,
    asText(runsOf(loads.map(({ perSecond }) => perSecond)), 0),
    asText(runsOf(loads.map(({ p50 }) => p50)), 1),
    asText(runsOf(loads.map(({ p99 }) => p99)), 1),
    asText(runsOf(loads.map(({ processor }) => processor)), 2),
    resident.toFixed(0),
  ];
  say(
    tableOf([
      [`${String(held)} conversations`, 'turns/s', 'p50, ms', 'p99, ms', 'processor ms a turn', 'memory, MB'],
      row('Guichet, Direct Line and WebSocket, kept on disk', ours, memory),
      row('the same at half of its highest rate', calm, memory),
      row('SDK echo bot, answer in the response, nothing kept', theirs, residentMegabytes(echo.pid)),
    ]),
  );
  say(
    `\nturns/s of an echo bot: ${asText(ratios, 2)}; memory before the first turn ${atRest.toFixed(0)} MB; ${machine()}`,
  );
  if (fellByAThird(ratios.median, before('web', 'ofEcho')))
    say('WARNING: that is less than two thirds of what it was.');
  const calmP99 = runsOf(calm.map(({ p99 }) => p99)).median;
  note('web', { ofEcho: ratios.median, processorMs: processor.median, calmP99, restMb: atRest, loadMb: memory });
  for (const talk of talks) talk.close();
  echo.stop();
}

const inFlight = 16;

type Load = {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** The server's processor time a turn, in milliseconds. */
  readonly processor: number;
};

/** After a warm-up. */
async function measure(talks: readonly Talk[], pid: number | undefined): Promise<Load> {
  await inParallel(200, (number) => turnOf(talks, number));
  return loadOf(talks, pid, (turns) => inParallel(turns, (number) => turnOf(talks, number)));
}

/** Students who do not wait for one another: a turn is begun when its time comes, however long the others take. */
function measureAt(rate: number, talks: readonly Talk[], pid: number | undefined): Promise<Load> {
  return loadOf(talks, pid, async (turns) => {
    const start = performance.now();
    const begun = Array.from({ length: turns }, async (_, number) => {
      const due = start + (1000 * number) / rate;
      await sleep(Math.max(0, due - performance.now()));
      const late = performance.now() - due;
      return late + (await turnOf(talks, number));
    });
    return Promise.all(begun);
  });
}

function turnOf(talks: readonly Talk[], number: number): Promise<number> {
  return talks[number % talks.length]!.say(questions[number % questions.length]!);
}

async function loadOf(
  talks: readonly Talk[],
  pid: number | undefined,
  take: (turns: number) => Promise<number[]>,
): Promise<Load> {
  const turns = Math.max(talks.length, 300);
  const busyBefore = processorMs(pid);
  const start = performance.now();
  const times = await take(turns);
  const seconds = (performance.now() - start) / 1000;
  return {
    perSecond: turns / seconds,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    processor: (processorMs(pid) - busyBefore) / turns,
  };
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

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
