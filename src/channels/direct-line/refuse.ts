import type { ServerResponse } from 'node:http';
import { AppError, type ErrorCode } from '../../core/errors.ts';

/** Errors on the wire are Direct Line's: `{ error: { code, message } }`, with the status its clients act upon. */
export type Refused = { readonly status: number; readonly code: string; readonly message: string };

/** Anything thrown as what the client is told. Causes stay in the log: only our own coded messages go out. */
export function refusedFor(problem: unknown): Refused & { readonly logged: ErrorCode } {
  const known = problem instanceof AppError ? problem : null;
  const logged = known?.code ?? 'turn/failed';
  const wire = onTheWire[logged] ?? serverFault;
  const message =
    wire === serverFault || known === null ? 'The message could not be handled. Send it again.' : known.message;
  return { ...wire, message, logged };
}

export function sendJson(res: ServerResponse, status: number, body: unknown): void {
  if (res.headersSent || res.destroyed) return;
  const bytes = Buffer.from(JSON.stringify(body));
  res.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': bytes.length,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  res.end(bytes);
}

const serverFault = Object.freeze({ status: 500, code: 'ServiceError' });

/**
 * 403 for a token that is expired or of another conversation, 404 for an unknown conversation: the official client
 * reads them as "token expired" and "conversation ended".
 */
const onTheWire: Partial<Readonly<Record<ErrorCode, { readonly status: number; readonly code: string }>>> =
  Object.freeze({
    'auth/missing': { status: 401, code: 'MissingAuthorization' },
    'auth/refused': { status: 403, code: 'BadArgument' },
    'auth/expired': { status: 403, code: 'TokenExpired' },
    'conversation/unknown': { status: 404, code: 'NotFound' },
    'input/invalid': { status: 400, code: 'BadArgument' },
    'input/not-json': { status: 400, code: 'MalformedData' },
    'activity/unknown-type': { status: 400, code: 'NotSupported' },
    'input/unanswerable': { status: 422, code: 'BadArgument' },
    'input/not-supported': { status: 415, code: 'NotSupported' },
    'input/too-large': { status: 413, code: 'MessageSizeTooBig' },
    'limit/rate': { status: 429, code: 'TooManyRequests' },
    'state/conflict': { status: 503, code: 'ServiceError' },
    'storage/failed': { status: 503, code: 'ServiceError' },
  });
