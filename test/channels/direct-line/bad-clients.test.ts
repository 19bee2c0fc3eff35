import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { begin, call } from './calls.ts';
import { createCellar, openEchoHouse, secret, type EchoHouse } from './echo-house.ts';

const opened: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

async function open(): Promise<EchoHouse> {
  const house = await openEchoHouse(createCellar());
  opened.push(() => house.close());
  return house;
}

/** Somebody else says something and hears the answer. */
async function isAnswered(house: EchoHouse): Promise<boolean> {
  const { token, at } = await begin(`${house.url}/v3/directline`, secret, 'somebody else');
  await call(`${at}/activities`, 'POST', { bearer: token, body: { type: 'message', text: 'hello' } });
  const { activities } = (await call(`${at}/activities`, 'GET', { bearer: token })).body;
  return activities.some(({ text }) => text === 'You said: hello');
}

test('10,000 half-open sockets: others are answered meanwhile, and the sockets are closed in the end', async () => {
  const house = await open();
  const count = Math.min(10_000, mostSockets());
  const crowd = spawn(process.execPath, ['--eval', halfOpen, String(house.port), String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  opened.push(() => crowd.kill());
  // On a slow machine the first are closed again while the last are still being opened.
  await expect.poll(() => house.connections(), { timeout: 90_000, interval: 200 }).toBeGreaterThan(count / 2);
  expect(await isAnswered(house)).toBe(true);
  await said(crowd, 'open');
  await expect.poll(() => house.connections(), { timeout: 90_000, interval: 1000 }).toBeLessThan(50);
  expect(await isAnswered(house)).toBe(true);
});

test('a socket that never reads is cut off before it fills the memory; others are answered meanwhile', async () => {
  const house = await open();
  const { token, at } = await begin(`${house.url}/v3/directline`, secret);
  const { streamUrl } = (await call(at, 'GET', { bearer: token })).body;
  const deaf = new WebSocket(streamUrl);
  opened.push(() => {
    deaf.terminate();
  });
  await once(deaf, 'open');
  deaf.pause();
  // What the kernel holds for both ends comes first: some megabytes.
  for (let told = 0; told < 200 && house.door.openStreams() > 0; told += 1) {
    const body = { type: 'message', text: 'x'.repeat(200_000) };
    expect((await call(`${at}/activities`, 'POST', { bearer: token, body })).status).toBe(200);
  }
  expect(house.door.openStreams()).toBe(0);
  expect(await isAnswered(house)).toBe(true);
});

/** What this machine lets one process open, less what the tests themselves need. */
function mostSockets(): number {
  const limit = execFileSync('sh', ['-c', 'ulimit -Hn'], { encoding: 'utf8' }).trim();
  return limit === 'unlimited' ? Infinity : Number(limit) - 200;
}

async function said(program: ChildProcess, word: string): Promise<void> {
  for await (const line of createInterface({ input: program.stdout! })) if (line === word) return;
}

/** Opens sockets a hundred at a time: every other one begins a request and never ends it. */
const halfOpen = `
  const { connect } = require('node:net');
  const [port, count] = process.argv.slice(1).map(Number);
  const open = (number) => new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      if (number % 2) socket.write('POST /v3/directline/conversations HTTP/1.1\\r\\nHost: x\\r\\n');
      resolve();
    });
    socket.on('error', resolve);
  });
  (async () => {
    for (let from = 0; from < count; from += 100)
      await Promise.all(Array.from({ length: Math.min(100, count - from) }, (_, number) => open(number)));
    console.log('open');
  })();
`;
