import { once } from 'node:events';
import { createConnection } from 'node:net';
import { buffer } from 'node:stream/consumers';

/**
 * Sends bytes and reads what comes until the other side closes, or for `patienceMs`. Each caller looks like another machine of
 * this network. `whole`: the bytes are a request with an end, after which the other side closes; its answer is waited for.
 */
export async function exchange(
  port: number,
  bytes: Buffer,
  {
    from = '127.0.0.1',
    patienceMs = 5_000,
    whole = false,
  }: { readonly from?: string; readonly patienceMs?: number; readonly whole?: boolean } = {},
): Promise<string> {
  const socket = createConnection({ host: '127.0.0.1', port, localAddress: from });
  socket.on('error', () => undefined);
  socket.setTimeout(patienceMs, () => socket.destroy());
  await Promise.race([once(socket, 'connect'), once(socket, 'close')]);
  socket.write(bytes);
  // A door takes a half-closed line for one that broke off, and what it was about to say is lost.
  const enough = whole ? undefined : setTimeout(() => socket.end(), saidAfterMs);
  try {
    return (await buffer(socket)).toString('latin1');
  } catch {
    // Cut off before its end: the server may do that with bytes that are no request.
    return '';
  } finally {
    clearTimeout(enough);
  }
}

const saidAfterMs = 400;

/** The status of an answer's first line; 0 where there is none. */
export function statusOf(answer: string): number {
  return Number(/^HTTP\/1\.[01] (\d{3})/.exec(answer)?.[1] ?? 0);
}

/** Another address of this machine for every caller, so that limits by address do not end the run. */
export function someAddress(number: number): string {
  return `127.${String(1 + (number % 250))}.${String((number >> 8) % 250)}.${String(1 + ((number >> 16) % 250))}`;
}
