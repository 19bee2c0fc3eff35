import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { AppError } from '../../core/errors.ts';
import { ownOrigin, pageOrigin, type Outside } from '../../http/origin.ts';
import type { Holder, Tokens } from './token.ts';

/** SHA-256 of each channel secret: a secret itself is never kept. */
export type SecretHashes = readonly Uint8Array[];

/** Who knocks: the holder of a token, somebody with the channel secret, or a page of a site that we trust. */
export type Caller =
  | ({ readonly kind: 'token' } & Holder)
  | { readonly kind: 'secret'; readonly secret: SecretHashes[number] }
  | { readonly kind: 'trusted-page' };

export type Gate = {
  /** @throws AppError auth/missing, auth/refused, auth/expired */
  caller(req: IncomingMessage): Promise<Caller>;
  /** Whether this page may speak with us from its own origin. */
  trusts(req: IncomingMessage): boolean;
};

export function createGate(options: {
  readonly tokens: Tokens;
  readonly secrets: SecretHashes;
  /** Origins of the school's pages; `*` trusts every page. */
  readonly sites: readonly string[];
  readonly outside: Outside;
}): Gate {
  const { tokens, secrets, sites, outside } = options;
  const trusts = (req: IncomingMessage): boolean => {
    const origin = pageOrigin(req);
    return origin !== null && (origin === ownOrigin(req, outside) || sites.includes(origin) || sites.includes('*'));
  };
  return {
    trusts,
    async caller(req) {
      const bearer = bearerOf(req);
      if (bearer === null) {
        if (trusts(req)) return { kind: 'trusted-page' };
        throw new AppError('auth/missing', 'Send "Authorization: Bearer" with a token or the channel secret.');
      }
      const secret = secretOf(bearer, secrets);
      if (secret !== null) return { kind: 'secret', secret };
      return { kind: 'token', ...(await tokens.verify('chat', bearer)) };
    },
  };
}

function bearerOf(req: IncomingMessage): string | null {
  const match = /^(?:Bearer|BotConnector)\s+(\S+)$/i.exec(req.headers.authorization ?? '');
  return match?.[1] ?? null;
}

/** Hashes have one length and every one is compared, whatever the others said: time tells nothing. */
function secretOf(bearer: string, secrets: SecretHashes): SecretHashes[number] | null {
  const hash = createHash('sha256').update(bearer).digest();
  return secrets.filter((secret) => timingSafeEqual(hash, secret))[0] ?? null;
}
