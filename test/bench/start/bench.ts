import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { tableOf } from '../../../src/eval/report.ts';
import { processorMs, residentMegabytes } from '../process-figures.ts';
import { asText, machine, note, runsOf } from '../runs.ts';

/** What a start costs with everything cached: the server until it is open, and `ask` until it has answered one question. */
export async function benchStart(times = '10'): Promise<void> {
  process.stdout.write(`${machine()}; ${times} starts each, median (least–most)\n\n`);
  // The first fills the caches.
  await startServer();
  const servers = await inTurn(Number(times), startServer);
  const asks = await inTurn(Number(times), () => Promise.resolve(askOnce()));
  const rows = Object.entries({ 'npm start, until it is open': servers, 'ask --jsonl, one question': asks }).map(
    ([name, starts]) => [
      name,
      asText(runsOf(starts.map(({ processor }) => processor)), 0),
      asText(runsOf(starts.map(({ wall }) => wall)), 0),
      asText(runsOf(starts.map(({ memory }) => memory)), 0),
    ],
  );
  process.stdout.write(`${tableOf([['', 'processor, ms', 'wall, ms', 'memory, MB'], ...rows])}\n`);
  note('start', {
    serverMs: runsOf(servers.map(({ processor }) => processor)).median,
    askMs: runsOf(asks.map(({ processor }) => processor)).median,
    serverMb: runsOf(servers.map(({ memory }) => memory)).median,
  });
}

type Start = { readonly processor: number; readonly wall: number; readonly memory: number };

async function inTurn(times: number, start: () => Promise<Start>): Promise<readonly Start[]> {
  const starts: Start[] = [];
  for (let n = 0; n < times; n++) starts.push(await start());
  return starts;
}

async function startServer(): Promise<Start> {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-bench-'));
  const began = performance.now();
  const program = spawn(process.execPath, ['src/guichet.js'], {
    cwd: top,
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATABASE_URL: `sqlite:${folder}/guichet.db` },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await new Promise<void>((resolve) => {
    createInterface({ input: program.stdout }).on('line', (line) => {
      if (line.includes('"port"')) resolve();
    });
  });
  const start = {
    processor: processorMs(program.pid),
    wall: performance.now() - began,
    memory: residentMegabytes(program.pid),
  };
  program.kill('SIGTERM');
  await once(program, 'exit');
  rmSync(folder, { recursive: true, force: true });
  return start;
}

/** What `npm run ask` gives to Node. */
function givenToNode(): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(join(top, 'package.json'), 'utf8')) as { scripts: { ask: string } };
  const words = scripts.ask.split(' ');
  return words.slice(1, words.indexOf('src/guichet.js'));
}

/** Its own processor time and memory are those of a child that has ended. */
function askOnce(): Start {
  const began = performance.now();
  const measured =
    'process.on("exit",()=>{const{userCPUTime,systemCPUTime,maxRSS}=process.resourceUsage();' +
    'process.stderr.write(`\\n${JSON.stringify([(userCPUTime+systemCPUTime)/1e3,maxRSS/1024])}`)})';
  const { stderr } = spawnSync(
    process.execPath,
    [
      ...givenToNode(),
      '--import',
      `data:text/javascript,${encodeURIComponent(measured)}`,
      'src/guichet.js',
      'ask',
      '--jsonl',
    ],
    { cwd: top, input: '{"text":"how much is the dentist"}\n', encoding: 'utf8' },
  );
  const [processor = NaN, memory = NaN] = JSON.parse(stderr.trim().split('\n').at(-1) ?? '[]') as number[];
  return { processor, wall: performance.now() - began, memory };
}

const top = new URL('../../..', import.meta.url).pathname;
