import { once } from 'node:events';
import fc from 'fast-check';
import { WebSocket } from 'ws';
import { text } from '../inputs/texts.ts';
import { target, type Target } from '../target.ts';
import { sender } from './http.ts';
import { secret, type Watched } from './server.ts';

/** The chat's open socket: frames of any kind, and whole sockets thrown away. */
export function socketTargets(server: Watched): readonly Target[] {
  let open: Promise<WebSocket> | null = null;
  const send = sender(server);
  const connect = async (): Promise<WebSocket> => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${secret}` };
    const answer = await send('POST', '/directline/v3/conversations', headers, '{}');
    const { streamUrl } = JSON.parse(answer.body) as { streamUrl: string };
    const socket = new WebSocket(streamUrl);
    socket.on('error', () => undefined);
    await once(socket, 'open');
    return socket;
  };
  return [
    target(
      'WebSocket frames',
      fc.tuple(text, fc.constantFrom('text', 'binary', 'ping', 'raw', 'close'), fc.uint8Array({ maxLength: 200 })),
      async ([said, kind, bytes]) => {
        open ??= connect();
        const socket = await open;
        if (socket.readyState !== WebSocket.OPEN) {
          open = null;
          return;
        }
        if (kind === 'ping') socket.ping(said.slice(0, 30));
        else if (kind === 'close') socket.close(4000 + bytes.length, 'bye');
        // Bytes that are no frame at all, under the library.
        else if (kind === 'raw')
          (socket as unknown as { _socket: { write(held: Uint8Array): void } })._socket.write(bytes);
        else socket.send(kind === 'binary' ? bytes : said);
      },
    ),
  ];
}
