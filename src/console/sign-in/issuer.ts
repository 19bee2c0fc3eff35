import * as oidc from 'openid-client';
import { AppError } from '../../core/errors.ts';
import type { Role } from '../../ports/staff.ts';
import { roles } from '../role.ts';

/** The school's own accounts: an OpenID Connect issuer, and which of its groups may do what here. */
export type IssuerConfig = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The claim that names a person's groups; dots lead inwards (`realm_access.roles`). */
  readonly claim: string;
  /** Group → role. Who is in none of them is not let in. */
  readonly roleOf: Readonly<Record<string, Role>>;
};

/** What is remembered between leaving for the issuer and coming back. */
export type Journey = { readonly verifier: string; readonly state: string; readonly nonce: string };

export type Colleague = { readonly subject: string; readonly name: string; readonly role: Role };

export type Issuer = {
  /** Where to send the browser. @throws AppError auth/unavailable */
  leave(redirect: string): Promise<{ readonly to: string; readonly journey: Journey }>;
  /** Who came back, or `no-role`. @throws AppError auth/refused (a reply that is not for this journey), auth/unavailable */
  arrive(url: string, journey: Journey): Promise<Colleague | 'no-role'>;
};

export function createIssuer(config: IssuerConfig): Issuer {
  let known: Promise<oidc.Configuration> | null = null;
  const discovered = async (): Promise<oidc.Configuration> => {
    known ??= discover(config);
    try {
      return await known;
    } catch (cause) {
      // Asked anew next time: an issuer that is down for a minute is not lost for good.
      known = null;
      throw new AppError('auth/unavailable', 'The OpenID issuer does not answer.', {}, cause);
    }
  };
  return {
    async leave(redirect) {
      const journey = {
        verifier: oidc.randomPKCECodeVerifier(),
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
      };
      const to = oidc.buildAuthorizationUrl(await discovered(), {
        redirect_uri: redirect,
        scope: 'openid profile email',
        code_challenge: await oidc.calculatePKCECodeChallenge(journey.verifier),
        code_challenge_method: 'S256',
        state: journey.state,
        nonce: journey.nonce,
      });
      return { to: to.href, journey };
    },
    async arrive(url, journey) {
      const issuer = await discovered();
      const claims = await claimsOf(issuer, url, journey, config.claim);
      const role = highestRole(config, claims);
      return role === null ? 'no-role' : { subject: `${config.issuer} ${claims.sub}`, name: nameIn(claims), role };
    },
  };
}

type Claims = Readonly<Record<string, unknown>> & { readonly sub: string };

async function discover({ issuer, clientId, clientSecret }: IssuerConfig): Promise<oidc.Configuration> {
  const server = new URL(issuer);
  // Plain http is for an issuer on this machine alone: the configuration refuses any other.
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so as to stand out; there is no other way
  const execute = server.protocol === 'http:' ? [oidc.allowInsecureRequests] : [];
  return oidc.discovery(server, clientId, clientSecret, undefined, { execute, timeout: 10 });
}

async function claimsOf(issuer: oidc.Configuration, url: string, journey: Journey, claim: string): Promise<Claims> {
  try {
    const tokens = await oidc.authorizationCodeGrant(issuer, new URL(url), {
      pkceCodeVerifier: journey.verifier,
      expectedState: journey.state,
      expectedNonce: journey.nonce,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (claims === undefined) throw new AppError('auth/refused', 'The issuer sent no ID token.');
    if (valueAt(claims, claim) !== undefined || issuer.serverMetadata().userinfo_endpoint === undefined) return claims;
    return { ...claims, ...(await oidc.fetchUserInfo(issuer, tokens.access_token, claims.sub)) };
  } catch (cause) {
    throw cause instanceof AppError
      ? cause
      : new AppError('auth/refused', 'The issuer did not confirm the sign-in.', {}, cause);
  }
}

function highestRole({ claim, roleOf }: IssuerConfig, claims: Claims): Role | null {
  const named = [valueAt(claims, claim) ?? []].flat();
  const held = named.flatMap((group) =>
    typeof group === 'string' && Object.hasOwn(roleOf, group) ? [roleOf[group]] : [],
  );
  return roles.toReversed().find((role) => held.includes(role)) ?? null;
}

function valueAt(claims: object, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined,
      claims,
    );
}

function nameIn(claims: Claims): string {
  const named = ['name', 'preferred_username', 'email'].map((key) => claims[key]);
  return (named.find((name): name is string => typeof name === 'string' && name !== '') ?? claims.sub).slice(0, 100);
}
