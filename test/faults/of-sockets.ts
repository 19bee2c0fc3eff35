import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { limitTo } from '../../src/limit-to.ts';
import { secret } from './crowd.ts';
import type { Guichet } from './guichet.ts';
import { everywhere, underLoad, withOneOnSqlite, type Fault } from './stage.ts';

/** Many open sockets, of which some read nothing and some are gone without a word, while others talk. */
export const faultsOfSockets: Fault = {
  name: 'sockets',
  run: async ({ short }) => {
    const { held, seconds } = short ? few : many;
    return [
      await withOneOnSqlite(async ({ process }) => {
        const sockets = await open(process, held);
        const line = await underLoad(
          `${String(held)} sockets for ${String(seconds)} s; slow, half-open`,
          everywhere([process]),
          () => watched(process, sockets, seconds),
        );
        for (const socket of sockets) socket.terminate();
        return line;
      }),
    ];
  },
};

const few = { held: 200, seconds: 10 };
const many = { held: 5000, seconds: 600 };

async function open({ url }: Guichet, count: number): Promise<readonly WebSocket[]> {
  const atOnce = limitTo(16);
  return Promise.all(Array.from({ length: count }, (_, number) => atOnce(() => openOne(url, number))));
}

async function openOne(url: string, number: number): Promise<WebSocket> {
  const response = await fetch(`${url}/v3/directline/conversations`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${secret}`,
      'content-type': 'application/json',
      'x-forwarded-for': `10.8.${String(number >> 8)}.${String(number & 255)}`,
    },
    body: '{}',
  });
  const { streamUrl } = (await response.json()) as { streamUrl: string };
  // Every tenth does not answer pings, as one whose line broke; every tenth other reads nothing.
  const socket = new WebSocket(streamUrl, { autoPong: number % 10 !== 0 });
  await once(socket, 'open');
  if (number % 10 === 1) socket.pause();
  return socket;
}

async function watched(process: Guichet, sockets: readonly WebSocket[], seconds: number): Promise<string> {
  // What it takes to begin is not what it takes to go on.
  await sleep((seconds * 1000) / 4);
  const began = performance.now();
  const samples: { readonly minute: number; readonly megabytes: number }[] = [];
  for (let taken = 0; taken < lookings; taken++) {
    samples.push({ minute: (performance.now() - began) / 60_000, megabytes: await process.memoryMb() });
    await sleep((seconds * 3000) / 4 / lookings);
  }
  const open = sockets.filter(({ readyState }) => readyState === WebSocket.OPEN).length;
  const sizes = samples.map(({ megabytes }) => megabytes);
  const range = `${Math.min(...sizes).toFixed(0)} to ${Math.max(...sizes).toFixed(0)} MB`;
  return `${range}, ${slope(samples).toFixed(1)} MB a minute; ${String(open)} open`;
}

/** Of the line that lies nearest to them: the first and the last say little where memory goes up and down. */
function slope(samples: readonly { readonly minute: number; readonly megabytes: number }[]): number {
  const mean = (of: (sample: (typeof samples)[number]) => number) =>
    samples.reduce((sum, sample) => sum + of(sample), 0) / samples.length;
  const [minute, megabytes] = [mean((sample) => sample.minute), mean((sample) => sample.megabytes)];
  return (
    mean((sample) => (sample.minute - minute) * (sample.megabytes - megabytes)) /
    mean((sample) => (sample.minute - minute) ** 2)
  );
}

const lookings = 30;
