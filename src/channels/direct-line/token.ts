import { errors, jwtVerify, SignJWT } from 'jose';
import { AppError } from '../../core/errors.ts';
import { linkDays, type Revocations } from '../../ports/revocations.ts';
import { createRecent, type Recent } from './recent.ts';

/**
 * What a signed token lets its holder do. `chat`: talk in one conversation as one user. `stream`: read one
 * conversation's stream; it stands in an address, so it lives a minute. `resume`: get a new `chat` token for a
 * conversation that this browser was in. `link`: the same on another device, by a link that the student made. `letter`: the
 * same for the link in a letter, which is read days later.
 */
type Purpose = 'chat' | 'stream' | 'resume' | 'link' | 'letter';

/** Seconds. 1800 is what Direct Line clients expect: they refresh after 15 minutes. */
const lifetimes = Object.freeze({ chat: 1800, stream: 60, link: linkDays * 24 * 3600, letter: 30 * 24 * 3600 });

/** The user of whoever came by a private link: what they hold ends with the link. */
export const byLink = 'dl_link';

export type Holder = { readonly conversation: string; readonly user: string };

export type Signer = {
  issue(purpose: Purpose, holder: Holder): Promise<{ readonly token: string; readonly expiresIn: number }>;
};

export type Tokens = Signer & {
  /** @throws AppError auth/expired, auth/refused */
  verify(purpose: Purpose, token: string): Promise<Holder>;
  /** Who may go on with a conversation: they were in it, or were sent the link to it. @throws as `verify` */
  verifyReturn(token: string): Promise<Holder>;
};

/**
 * Tokens are JWTs signed with HMAC-SHA256: any process with the same key takes them, none is stored. They end with their
 * conversation: what was signed before it was revoked is taken no more, and gets no new one. `keepDays`: how long a
 * conversation is kept, and so may be come back to.
 */
export function createTokens(
  key: Uint8Array,
  clock: () => Date,
  { revocations, keepDays }: { readonly revocations: Revocations; readonly keepDays: () => number },
): Tokens {
  const seen = createRecent<Signed>(remembered);
  const standing = async (purposes: readonly Purpose[], token: string): Promise<Holder> => {
    const { issuedAt, conversation, user } = stillGood(seen, clock, purposes, token) ?? (await verify(purposes, token));
    const ends = [await revocations.of(conversation), user === byLink ? await revocations.ofLinks(conversation) : null];
    // Tokens count whole seconds, begun ones down: one of the same second may be older, and is not taken.
    if (ends.every((at) => at === null || issuedAt * 1000 > Date.parse(at))) return { conversation, user };
    throw new AppError('auth/expired', 'The conversation is over, and its tokens with it. Begin a new one.');
  };
  const verify = async (purposes: readonly Purpose[], token: string): Promise<Signed> => {
    const signed = await verified(key, clock, purposes, token);
    seen.set(token, signed);
    return signed;
  };
  return {
    ...createSigner(key, clock, keepDays),
    verify: (purpose, token) => standing([purpose], token),
    verifyReturn: (token) => standing(['resume', 'link', 'letter'], token),
  };
}

/** The half that gives tokens out; `keepDays` for those that make keys to come back with. */
export function createSigner(key: Uint8Array, clock: () => Date, keepDays: () => number = () => 0): Signer {
  return {
    async issue(purpose, { conversation, user }) {
      const expiresIn = purpose === 'resume' ? keepDays() * 24 * 3600 : lifetimes[purpose];
      const now = Math.floor(clock().getTime() / 1000);
      // `user` and `conv` are the names that Direct Line clients look for.
      const token = await new SignJWT({ conv: conversation, user })
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .setIssuer(issuer)
        .setAudience(purpose)
        .setIssuedAt(now)
        .setExpirationTime(now + expiresIn)
        .sign(key);
      return { token, expiresIn };
    },
  };
}

/** What stands in a token that we signed; times in seconds. */
type Signed = Holder & { readonly issuedAt: number; readonly expires: number; readonly purpose: string };

/** A token comes with every message: its signature is looked at once, its time and what it is for each time. */
function stillGood(
  seen: Pick<Recent<Signed>, 'get'>,
  clock: () => Date,
  purposes: readonly string[],
  token: string,
): Signed | null {
  const signed = seen.get(token);
  if (signed === undefined || !purposes.includes(signed.purpose)) return null;
  return signed.expires > Math.floor(clock().getTime() / 1000) ? signed : null;
}

async function verified(
  key: Uint8Array,
  clock: () => Date,
  purposes: readonly Purpose[],
  token: string,
): Promise<Signed> {
  const { payload } = await jwtVerify(token, key, {
    algorithms: ['HS256'],
    issuer,
    audience: [...purposes],
    currentDate: clock(),
  }).catch((cause: unknown) => {
    if (cause instanceof errors.JWTExpired) throw new AppError('auth/expired', 'The token has expired.');
    throw new AppError('auth/refused', 'The token is not one of ours.', {}, cause);
  });
  const { conv, user, iat, exp, aud } = payload;
  if (typeof conv === 'string' && typeof user === 'string')
    return { conversation: conv, user, issuedAt: iat ?? 0, expires: exp ?? 0, purpose: String(aud) };
  throw new AppError('auth/refused', 'The token names no conversation.');
}

const remembered = 10_000;
const issuer = 'guichet/direct-line';
