import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Server } from 'restify';
import type { Log } from '../ports/log.ts';
import { answerFault } from './answer-fault.ts';
import { readTarget } from './read-target.ts';
import { refuseUpgrade } from './refuse-upgrade.ts';

/**
 * Stands between Node's server and restify, which has no catch of its own: what cannot be read is refused before restify
 * sees it, and what breaks in there costs that one request a 500. Takes over what listens to Node's server by now, which
 * is restify; who listens to restify's own events stands behind it.
 */
export function guardRequests(server: Server, log: Log): void {
  for (const event of ['request', 'checkContinue']) {
    const listeners = takeOver(server, event);
    server.server.on(event, (req: IncomingMessage, res: ServerResponse) => {
      // A response that fails after it was handed on (written to after its end) has nobody else to tell.
      res.on('error', (problem) => {
        logFault(log, req, problem);
      });
      if (!readTarget(req)) {
        log.warn({ code: 'input/invalid', status: 400, route: 'target' }, 'refused');
        answerFault(res, 400, 'input/invalid');
        return;
      }
      try {
        for (const listener of listeners) Reflect.apply(listener, server.server, [req, res]);
      } catch (problem) {
        logFault(log, req, problem);
        answerFault(res, 500, 'http/failed');
      }
    });
  }
  guardUpgrades(server, log);
}

function guardUpgrades(server: Server, log: Log): void {
  const listeners = takeOver(server, 'upgrade');
  server.server.on('upgrade', (req: IncomingMessage, socket: Duplex, head: Buffer) => {
    // Node lets go of the socket here: a client that goes away would be an error that nobody hears.
    socket.on('error', ignored);
    if (!readTarget(req) || namesNoPath(req)) {
      log.warn({ code: 'input/invalid', status: 400, route: 'upgrade' }, 'refused');
      refuseUpgrade(socket, 400);
      return;
    }
    try {
      for (const listener of listeners) Reflect.apply(listener, server.server, [req, socket, head]);
    } catch (problem) {
      logFault(log, req, problem);
      refuseUpgrade(socket, 500);
    }
  });
}

/** `//x` leads to another host where it is read as a reference (RFC 3986, 4.2): no stream has such a path. */
function namesNoPath({ url = '' }: IncomingMessage): boolean {
  return url.startsWith('//');
}

function takeOver({ server }: Server, event: string): readonly ((...given: unknown[]) => unknown)[] {
  const listeners = server.listeners(event) as ((...given: unknown[]) => unknown)[];
  server.removeAllListeners(event);
  return listeners;
}

function logFault(log: Log, { method }: IncomingMessage, problem: unknown): void {
  log.error({ code: 'http/failed', status: 500, method, err: problem }, 'a request failed');
}

function ignored(): void {}
