import type { Request, Response, Server } from 'restify';
import restify from 'restify';
import { afterEach, expect, test } from 'vitest';
import { shedLoad } from '../../src/http/shed-load.ts';
import { recordingLog } from '../desk/real-desk.ts';

let server: Server;
afterEach(() => {
  server.server.closeAllConnections();
  server.close();
});

test('what is over the limit is sent away at once and told when to come back; health is answered all the same', async () => {
  server = restify.createServer();
  shedLoad(server, recordingLog(), 2);
  const gate = Promise.withResolvers<undefined>();
  let waiting = 0;
  server.post('/slow', async (_req: Request, res: Response) => {
    waiting += 1;
    await gate.promise;
    res.send(200, {});
  });
  for (const path of ['/readyz', '/other'])
    server.get(path, (_req: Request, res: Response, next: () => void) => {
      res.send(200, {});
      next();
    });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${String(server.address().port)}`;
  const asked = [1, 2].map(() => fetch(`${url}/slow`, { method: 'POST', body: 'x' }));
  await expect.poll(() => waiting).toBe(2);
  const refused = await fetch(`${url}/slow`, { method: 'POST', body: 'x'.repeat(100_000) });
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '2']);
  expect(await refused.json()).toMatchObject({ error: { code: 'limit/load' } });
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  gate.resolve(undefined);
  expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([200, 200]);
  await expect.poll(async () => (await fetch(`${url}/other`)).status).toBe(200);
});
