import { spawnSync } from 'node:child_process';
import { createServer as createHttp } from 'node:http';
import type { Request, Response } from 'restify';
import { expect, test } from 'vitest';
import { withBoundary } from '../../src/boundary.ts';
import { createServer } from '../../src/http/create-server.ts';
import { withinProcess } from '../../src/storage/announcements.ts';
import { createWriteSignal } from '../../src/storage/write-signal.ts';
import { recordingLog } from '../desk/real-desk.ts';
import { lines, rawRequest } from './raw-request.ts';

const coded = '{"error":{"code":"http/failed"}}';

test('what a timer calls may throw now or later: it is told, and called again', async () => {
  const told: unknown[] = [];
  const calls: number[] = [];
  const work = withBoundary(
    (number: number) => {
      calls.push(number);
      if (number === 1) throw new RangeError('now');
      return Promise.reject(new TypeError('later'));
    },
    (problem) => told.push(problem),
  );
  for (const number of [1, 2]) work(number);
  await expect.poll(() => told).toEqual([new RangeError('now'), new TypeError('later')]);
  expect(calls).toEqual([1, 2]);
});

test('a listener that breaks fails neither the write that it is told of nor the next listener', async () => {
  const told: unknown[] = [];
  const heard: string[] = [];
  const broken = (): never => {
    throw new RangeError('broken');
  };
  const signal = createWriteSignal((problem) => told.push(problem));
  signal.follow('c', broken);
  signal.follow('c', () => heard.push('written'));
  signal.onDelivery(broken);
  signal.wrote('c', 1);
  signal.wasPut();
  const announcements = withinProcess((problem) => told.push(problem));
  announcements.hear('erased', broken);
  announcements.hear('erased', (about) => heard.push(about));
  await announcements.announce('erased', 'c');
  await expect.poll(() => told).toHaveLength(3);
  expect(heard).toEqual(['written', 'c']);
});

test('a handler that fails costs its own request: before its answer, within it, and after it', async () => {
  const log = recordingLog();
  const server = createServer(log);
  server.get('/before', async () => Promise.reject(new RangeError('before')));
  server.get('/within', async (_req: Request, res: Response) => {
    res.writeHead(200, { 'content-length': 10 });
    res.write('half');
    await Promise.reject(new RangeError('within'));
  });
  server.get('/after', async (_req: Request, res: Response) => {
    res.writeHead(200, { connection: 'close' });
    res.end('whole');
    res.write('more');
    return Promise.resolve();
  });
  server.get('/well', async (_req: Request, res: Response) => {
    res.send(200, 'well');
    return Promise.resolve();
  });
  server.on('upgrade', () => {
    throw new RangeError('at the upgrade');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address();
  const upgrade = ['GET / HTTP/1.1', 'Host: localhost', 'Connection: Upgrade', 'Upgrade: websocket', '', ''].join(
    '\r\n',
  );
  const get = (path: string) => rawRequest(port, lines(`GET ${path} HTTP/1.1`, ['Host: localhost']));
  try {
    expect(await get('/before')).toMatchObject({ status: 500, body: coded, closed: true });
    expect(await get('/within')).toMatchObject({ status: 200, closed: true });
    expect((await get('/after')).body).toContain('whole');
    expect(await rawRequest(port, upgrade)).toMatchObject({ status: 500, closed: true });
    expect((await get('/well')).status).toBe(200);
    expect(log.lines.filter(({ code }) => code === 'http/failed').length).toBeGreaterThanOrEqual(4);
  } finally {
    server.close();
  }
});

test('what listens inside restify and throws at once is a 500 for that request', async () => {
  const server = createServer(recordingLog());
  server.on('request', () => {
    throw new RangeError('at once');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const answer = await rawRequest(server.address().port, lines('GET / HTTP/1.1', ['Host: localhost']));
  server.close();
  expect(answer).toMatchObject({ status: 500, body: coded, closed: true });
});

test.each([
  ['an exception', 'setTimeout(() => { throw new RangeError("secret words"); })', 'uncaughtException'],
  ['a promise that nobody awaits', 'Promise.reject(new RangeError("secret words"))', 'unhandledRejection'],
  ['a reason that is no error', 'Promise.reject("secret words")', 'unhandledRejection'],
])(
  '%s that passes every boundary is counted by its code, and what was begun is answered before the end',
  (_, fault, origin) => {
    const program = `
    import { drainOnFault } from './src/assembly/last-resort.ts';
    import { createLog } from './src/log.ts';
    drainOnFault(createLog('info', 1), async (why, exitCode) => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      console.log(JSON.stringify({ drained: why }));
      process.exit(exitCode);
    });
    setInterval(() => undefined, 1000);
    ${fault};`;
    const ended = spawnSync('node_modules/.bin/node', ['--input-type=module-typescript', '--eval', program], {
      encoding: 'utf8',
      timeout: 30_000,
    });
    const said = ended.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(said).toEqual([
      expect.objectContaining({ level: 50, code: 'bug/uncaught', origin, faults: 1 }),
      { drained: 'bug/uncaught' },
    ]);
    expect(ended.stdout).not.toContain('secret words');
    expect(ended.status).toBe(1);
  },
);

test('a port that is taken stops the start, not a running desk', async () => {
  const other = createHttp();
  await new Promise<void>((resolve) => {
    other.listen(0, '127.0.0.1', resolve);
  });
  const log = recordingLog();
  const server = createServer(log);
  const failed = new Promise((resolve) => server.once('error', resolve));
  const address = other.address();
  server.listen(typeof address === 'object' && address !== null ? address.port : 0, '127.0.0.1');
  expect(await failed).toMatchObject({ code: 'EADDRINUSE' });
  other.close();
});
