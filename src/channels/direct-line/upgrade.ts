import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Server } from 'restify';
import { WebSocketServer } from 'ws';
import { AppError } from '../../core/errors.ts';
import { refuseUpgrade } from '../../http/refuse-upgrade.ts';
import { requestUrl } from '../../http/request-url.ts';
import type { Log } from '../../ports/log.ts';
import { readWatermark, type History } from './history.ts';
import { refusedFor } from './refuse.ts';
import type { Streams } from './streams.ts';
import type { Tokens } from './token.ts';

/** Takes the WebSockets of `…/conversations/<id>/stream`. Other upgrades are left to whoever else listens for them. */
export function serveStreams(
  server: Server,
  {
    tokens,
    history,
    streams,
    log,
  }: {
    readonly tokens: Tokens;
    readonly history: History;
    readonly streams: Streams;
    readonly log: Pick<Log, 'warn' | 'error'>;
  },
): { close(): void } {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxFrame, clientTracking: false });
  const upgrade = (req: IncomingMessage, socket: Duplex, head: Buffer): void => {
    open(req, socket, head).catch((problem: unknown) => {
      const { status, logged } = refusedFor(problem);
      log[status >= 500 ? 'error' : 'warn'](
        { code: logged, status, route: 'stream', ...(status >= 500 && { err: problem }) },
        'refused',
      );
      refuseUpgrade(socket, status);
    });
  };
  const open = async (req: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    const url = requestUrl(req);
    const conversation = streamPath.exec(url.pathname)?.[1];
    if (conversation === undefined) {
      if (!othersListen(server)) refuseUpgrade(socket, 404);
      return;
    }
    const { user, after } = await admit(url, conversation);
    sockets.handleUpgrade(req, socket, head, (stream) => {
      streams.add(conversation, { socket: stream, user, after });
    });
  };
  const admit = async (url: URL, conversation: string): Promise<{ user: string; after: number }> => {
    const holder = await tokens.verify('stream', url.searchParams.get('t') ?? '');
    if (holder.conversation !== conversation) throw new AppError('auth/refused', 'The ticket is for another stream.');
    if (!(await history.exists(conversation)))
      throw new AppError('conversation/unknown', 'There is no such conversation.');
    return { user: holder.user, after: readWatermark(url.searchParams.get('watermark')) };
  };
  server.on('upgrade', upgrade);
  return {
    close() {
      server.off('upgrade', upgrade);
      sockets.close();
    },
  };
}

/** restify itself passes the event on from Node's server: that listener and ours are no others. */
function othersListen(server: Server): boolean {
  return server.listenerCount('upgrade') + server.server.listenerCount('upgrade') > 2;
}

const streamPath = /^\/(?:v3\/directline|directline\/v3)\/conversations\/([A-Za-z0-9_-]{1,64})\/stream$/;
/** Clients have nothing to say on a stream but an empty sign of life. */
const maxFrame = 1024;
