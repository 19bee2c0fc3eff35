import type { IncomingMessage } from 'node:http';
import type { Activity } from 'botbuilder';
import {
  AuthenticationError,
  type AuthenticateRequestResult,
  type BotFrameworkAuthentication,
} from 'botframework-connector';
import { AppError } from '../../core/errors.ts';

/**
 * Proves that an activity comes from a channel of ours. What the SDK throws is told apart: a wrong or missing key is the
 * sender's fault, keys that could not be fetched are an outage and worth another try.
 * @throws AppError auth/missing, auth/refused, auth/unavailable
 */
export async function authenticate(
  authentication: BotFrameworkAuthentication,
  req: IncomingMessage,
  activity: Activity,
): Promise<AuthenticateRequestResult> {
  const header = req.headers.authorization ?? '';
  try {
    return await authentication.authenticateRequest(activity, header);
  } catch (cause) {
    if (header === '') throw new AppError('auth/missing', 'Send "Authorization: Bearer" with a token of the channel.');
    if (isWrongKey(cause)) throw new AppError('auth/refused', 'The token is not good for this bot.', {}, cause);
    throw new AppError('auth/unavailable', 'The token could not be checked. Send the activity again.', {}, cause);
  }
}

/**
 * Without an app id nothing proves who speaks, so only this machine may: not another one, and not a proxy that stands on
 * this machine and passes on what comes from outside.
 * @throws AppError auth/refused
 */
export function admitLoopbackOnly(req: IncomingMessage): void {
  const local = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(req.socket.remoteAddress ?? '');
  const forwarded = Object.keys(req.headers).some((name) => name === 'forwarded' || name.startsWith('x-forwarded-'));
  if (local && !forwarded) return;
  throw new AppError('auth/refused', 'Without MicrosoftAppId only programs on this machine may send activities.');
}

/** The SDK's own errors with a 4xx status, and those of the JWT library, which it lets through. */
function isWrongKey(cause: unknown): boolean {
  if (cause instanceof AuthenticationError) return cause.statusCode < 500;
  return cause instanceof Error && jwtErrors.has(cause.name);
}

const jwtErrors: ReadonlySet<string> = new Set(['JsonWebTokenError', 'TokenExpiredError', 'NotBeforeError']);
