import { once } from 'node:events';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { begin, call } from './calls.ts';
import { secret, type EchoHouse } from './echo-house.ts';

/** What a private link that is taken back at one house ends at the other. `open` opens two on one journal. */
export function takenBackContract(open: () => Promise<readonly [EchoHouse, EchoHouse]>): void {
  test('a private link taken back at one process ends at the other what was opened by it, and nothing else', async () => {
    const [one, other] = await open();
    const { token, at } = await begin(`${one.url}/v3/directline`, secret);
    const { link } = (await call(`${at}/link`, 'POST', { bearer: token })).body;
    const elsewhere = at.replace(one.url, other.url);
    const guest = (
      await call(`${other.url}/v3/directline/tokens/generate`, 'POST', {
        headers: { origin: other.url },
        body: { resume: link },
      })
    ).body.token;
    const [guestReads, ownerReads] = await Promise.all([guest, token].map((bearer) => listen(elsewhere, bearer)));
    const ended = once(guestReads!, 'close');
    // Tokens count whole seconds.
    await new Promise((resolve) => setTimeout(resolve, 1100));
    await call(`${at}/link/end`, 'POST', { bearer: token });
    expect(await ended).toEqual([1008, expect.anything()]);
    expect((await call(elsewhere, 'GET', { bearer: guest })).status).toBe(403);
    const heard = once(ownerReads!, 'message');
    await call(`${at}/activities`, 'POST', { bearer: token, body: { type: 'message', text: 'mine still' } });
    expect(String(await heard)).toContain('mine still');
    ownerReads!.terminate();
    for (const house of [one, other]) await house.close();
  });
}

/** An open stream, after what stood there already. */
async function listen(conversation: string, bearer: string): Promise<WebSocket> {
  const { streamUrl } = (await call(conversation, 'GET', { bearer })).body;
  const socket = new WebSocket(streamUrl);
  await once(socket, 'message');
  return socket;
}
