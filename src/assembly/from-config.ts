import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import type { registerBotService } from '../channels/bot-service/register.ts';
import type { DirectLineConfig } from '../channels/direct-line/register.ts';
import type { Config } from '../config.ts';
import { createIssuer, type Issuer } from '../console/sign-in/issuer.ts';
import { AppError } from '../core/errors.ts';
import type { Outside } from '../http/origin.ts';
import { keyFromFile } from '../storage/keys.ts';
import type { DatabaseAddress } from '../storage/open-database.ts';

export function databaseOf({ DATABASE_URL, DATABASE_DURABILITY, DATABASE_CONNECTIONS }: Config): DatabaseAddress {
  return DATABASE_URL.kind === 'sqlite'
    ? { ...DATABASE_URL, durability: DATABASE_DURABILITY }
    : { ...DATABASE_URL, connections: DATABASE_CONNECTIONS };
}

/** With SQLite there is no other process that anybody could be sent to. */
export function lameDuckMs({ LAME_DUCK_SECONDS, DATABASE_URL }: Config): number {
  return 1000 * (LAME_DUCK_SECONDS ?? (DATABASE_URL.kind === 'postgres' ? 5 : 0));
}

/** Beside the database; with several processes on one server they must share it, so it has to be given. */
export function tokenKey({ TOKEN_KEY, DATABASE_URL }: Config): Uint8Array {
  if (TOKEN_KEY !== undefined) return TOKEN_KEY;
  if (DATABASE_URL.kind === 'sqlite' && DATABASE_URL.path === ':memory:') return randomBytes(32);
  if (DATABASE_URL.kind === 'sqlite') return keyFromFile(dirname(DATABASE_URL.path), 'token');
  throw new AppError(
    'config/invalid',
    'TOKEN_KEY: with PostgreSQL give a key, the same to every process: openssl rand -base64 32',
  );
}

export function directLineLimits(config: Config): DirectLineConfig['limits'] {
  const { MAIL_ME_PER_HOUR: perHour, MAIL_ME_PER_NETWORK: perNetwork, MAIL_ME_PER_RECIPIENT: perRecipient } = config;
  return {
    perAddress: { burst: config.CHAT_PER_ADDRESS, perSecond: config.CHAT_PER_ADDRESS / 60 },
    perConversation: { burst: config.CHAT_PER_CONVERSATION, perSecond: config.CHAT_PER_CONVERSATION / 150 },
    mails: { perHour, perNetwork, perRecipient },
  };
}

/** The settings that the SDK knows by these names. */
export function botServiceOf(config: Config): Omit<Parameters<typeof registerBotService>[1]['config'], keyof Outside> {
  const settings = Object.entries(config).flatMap(([name, value]) =>
    /^[A-Z][a-z]|^OAuth/.test(name) && typeof value === 'string' ? [[name, value] as const] : [],
  );
  return { appId: config.MicrosoftAppId ?? null, settings: Object.fromEntries(settings) };
}

/** The school's own accounts, where they are set up. */
export function issuerOf(config: Config): Issuer | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = config;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return null;
  return createIssuer({ issuer, clientId, clientSecret, claim: config.OIDC_ROLE_CLAIM, roleOf: config.OIDC_ROLES });
}
