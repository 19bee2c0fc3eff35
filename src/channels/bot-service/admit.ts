import type { IncomingMessage } from 'node:http';
import { AppError } from '../../core/errors.ts';
import { isFromThisMachine, isLoopbackUrl } from '../../http/loopback.ts';
import type { Outside } from '../../http/origin.ts';

/**
 * Without an app id nothing proves who speaks, so only this machine may, and nothing once the outside is let in.
 * @throws AppError auth/refused
 */
export function admitLoopbackOnly(req: IncomingMessage, outside: Outside): void {
  if (isFromThisMachine(req, outside)) return;
  throw new AppError('auth/refused', 'Without MicrosoftAppId only programs on this machine may send activities.');
}

/**
 * Nor does anything prove where a reply is to go: to this machine alone, or whoever gets here could have it call any address
 * that this machine reaches.
 * @throws AppError auth/refused
 */
export function replyToLoopbackOnly({ serviceUrl }: { readonly serviceUrl?: string | undefined }): void {
  if (serviceUrl === undefined || isLoopbackUrl(serviceUrl)) return;
  throw new AppError('auth/refused', 'Without MicrosoftAppId "serviceUrl" has to be of this machine.');
}
