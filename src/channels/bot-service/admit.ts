import type { IncomingMessage } from 'node:http';
import type { Activity } from 'botbuilder';
import {
  AuthenticationError,
  type AuthenticateRequestResult,
  type BotFrameworkAuthentication,
} from 'botframework-connector';
import { decodeJwt } from 'jose';
import { AppError } from '../../core/errors.ts';
import { isFromThisMachine, isLoopbackUrl } from '../../http/loopback.ts';
import type { Outside } from '../../http/origin.ts';
import type { SdkSettings } from './authentication.ts';

/**
 * Proves that an activity comes from a channel of ours. What the SDK throws is told apart: a wrong or missing key is the
 * sender's fault, keys that could not be fetched are an outage and worth another try.
 * @throws AppError auth/missing, auth/refused, auth/unavailable
 */
export function createAuthenticate(
  authentication: BotFrameworkAuthentication,
  settings: SdkSettings,
): (req: IncomingMessage, activity: Activity) => Promise<AuthenticateRequestResult> {
  const open = settings['MicrosoftAppId'] === undefined;
  const issuers = issuersOf(settings);
  return async (req, activity) => {
    const header = req.headers.authorization ?? '';
    if (!open) refuseForged(header, activity, issuers);
    try {
      return await authentication.authenticateRequest(activity, header);
    } catch (cause) {
      if (isWrongKey(cause)) throw new AppError('auth/refused', 'The token is not good for this bot.', {}, cause);
      throw new AppError('auth/unavailable', 'The token could not be checked. Send the activity again.', {}, cause);
    }
  };
}

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

/**
 * What the SDK would not look at: it takes the channel's word for a special way of checking (`AseChannel`), lets an
 * activity without a service address pass unchecked, and adds any tenant that a forged token names to the issuers it
 * trusts, for as long as it runs.
 */
function refuseForged(header: string, activity: Activity, issuers: ReadonlySet<string>): void {
  if (header === '') throw new AppError('auth/missing', 'Send "Authorization: Bearer" with a token of the channel.');
  const { channelId, serviceUrl } = activity as Partial<Activity>;
  if (channelId === 'AseChannel' || serviceUrl === undefined) throw refused();
  const token = /^Bearer (\S+)$/.exec(header)?.[1];
  if (token === undefined || !issuers.has(issuerOf(token))) throw refused();
}

function issuerOf(token: string): string {
  try {
    return decodeJwt(token).iss ?? '';
  } catch (cause) {
    throw refused(cause);
  }
}

/** The channel, and Microsoft's sign-in for the bot's own tenant and Bot Framework's, which the Emulator uses. */
function issuersOf(settings: SdkSettings): ReadonlySet<string> {
  const { ChannelService, MicrosoftAppTenantId, ToBotFromChannelTokenIssuer } = settings;
  const channel = ChannelService === undefined ? 'https://api.botframework.com' : 'https://api.botframework.us';
  const tenants = [botFrameworkTenant, MicrosoftAppTenantId].filter((tenant) => tenant !== undefined);
  return new Set([
    ToBotFromChannelTokenIssuer ?? channel,
    ...tenants.flatMap((tenant) => [
      `https://sts.windows.net/${tenant}/`,
      `https://login.microsoftonline.com/${tenant}/v2.0`,
      `https://login.microsoftonline.us/${tenant}/v2.0`,
    ]),
  ]);
}

/** The SDK's own errors with a 4xx status, and those of the JWT library, which it lets through. */
function isWrongKey(cause: unknown): boolean {
  if (cause instanceof AuthenticationError) return cause.statusCode < 500;
  return cause instanceof Error && jwtErrors.has(cause.name);
}

function refused(cause?: unknown): AppError {
  return new AppError('auth/refused', 'The token is not good for this bot.', {}, cause);
}

const botFrameworkTenant = 'd6d49420-f39b-4df7-a1dc-d59a935871db';
const jwtErrors: ReadonlySet<string> = new Set(['JsonWebTokenError', 'TokenExpiredError', 'NotBeforeError']);
