import type { IncomingMessage } from 'node:http';
import type { Activity } from 'botbuilder';
import {
  AuthenticationError,
  type AuthenticateRequestResult,
  type BotFrameworkAuthentication,
} from 'botframework-connector';
import { decodeJwt } from 'jose';
import { AppError } from '../../core/errors.ts';
import type { SdkSettings } from './sdk-settings.ts';

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
