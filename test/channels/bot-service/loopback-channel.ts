import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';

export const issuer = 'https://channel.test';
export const appId = '00000000-aaaa-bbbb-cccc-000000000001';

/** One call of the bot to the channel's connector. */
export type Call = {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | null;
  readonly activity: Sent;
};

/** What stands in the conversation. */
export type Sent = {
  readonly id: string;
  readonly type: string;
  readonly text?: string;
  readonly locale?: string;
  readonly replyToId?: string;
  readonly attachments?: readonly { readonly contentType: string; readonly content: Card }[];
  readonly suggestedActions?: { readonly to: readonly string[]; readonly actions: readonly { title: string }[] };
  readonly channelData?: Readonly<Record<string, unknown>>;
};
export type Card = { readonly body: readonly Readonly<Record<string, unknown>>[]; readonly version: string };

/** What the connector answers to the next call instead of taking it. */
export type Trouble =
  | { readonly status: number; readonly retryAfter?: string; readonly method?: string }
  | 'hang up'
  | 'hang up after taking it';

export type LoopbackChannel = {
  readonly url: string;
  readonly key: CryptoKey;
  readonly calls: Call[];
  /** The messages of a conversation as its reader sees them now: updated ones in their place. */
  shown(conversation: string): readonly Sent[];
  trouble(...next: Trouble[]): void;
  token(claims?: Readonly<Record<string, unknown>>, lives?: string, kid?: string): SignJWT;
  close(): Promise<void>;
};

/** A channel of our own: publishes its keys, signs tokens, and has the connector's end points for messages. */
export async function openLoopbackChannel(): Promise<LoopbackChannel> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const key = { ...(await exportJWK(publicKey)), kid: 'k1', use: 'sig', endorsements: ['msteams'] };
  const calls: Call[] = [];
  const troubles: Trouble[] = [];
  const conversations = new Map<string, Sent[]>();
  const server: Server = createServer((req, res) => {
    void answer(req, res);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const answer = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    if (req.url === '/openid') {
      json(res, 200, { issuer, jwks_uri: `${url}/keys` });
      return;
    }
    if (req.url === '/keys') {
      json(res, 200, { keys: [key] });
      return;
    }
    const [, conversation, id] = /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/.exec(req.url ?? '') ?? [];
    if (conversation === undefined) {
      json(res, 503, {});
      return;
    }
    const activity = JSON.parse(await bodyOf(req)) as Sent;
    const next = troubles[0];
    const meant = typeof next !== 'object' || next.method === undefined || next.method === req.method;
    const trouble = meant ? troubles.shift() : undefined;
    if (trouble === 'hang up') {
      req.socket.destroy();
      return;
    }
    if (trouble !== undefined && trouble !== 'hang up after taking it') {
      if (trouble.retryAfter !== undefined) res.setHeader('retry-after', trouble.retryAfter);
      json(res, trouble.status, { error: { code: 'trouble' } });
      return;
    }
    const taken = take(decodeURIComponent(conversation), req.method === 'PUT' ? id : undefined, activity);
    const { authorization = null } = req.headers;
    calls.push({ method: req.method ?? '', path: req.url ?? '', authorization, activity: taken });
    if (trouble !== undefined) req.socket.destroy();
    else json(res, 201, { id: taken.id });
  };
  const take = (conversation: string, updated: string | undefined, activity: Sent): Sent => {
    const messages = conversations.get(conversation) ?? [];
    conversations.set(conversation, messages);
    const at = messages.findIndex(({ id }) => id === updated);
    const taken = { ...activity, id: updated ?? `m${messages.length + 1}` };
    if (at >= 0) messages[at] = taken;
    else messages.push(taken);
    return taken;
  };
  return {
    url,
    key: privateKey,
    calls,
    shown: (conversation) => conversations.get(conversation) ?? [],
    trouble: (...next) => void troubles.push(...next),
    token: (claims = {}, lives = '5m', kid = 'k1') =>
      new SignJWT({ serviceurl: url, ...claims })
        .setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' })
        .setIssuer(issuer)
        .setAudience(appId)
        .setIssuedAt('-2h')
        .setNotBefore('-2h')
        .setExpirationTime(lives),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

/** The SDK's settings that make this channel the one and only. */
export function settingsFor(channelUrl: string): Readonly<Record<string, string>> {
  return {
    MicrosoftAppId: appId,
    MicrosoftAppPassword: 'a password',
    ToBotFromChannelOpenIdMetadataUrl: `${channelUrl}/openid`,
    ToBotFromEmulatorOpenIdMetadataUrl: `${channelUrl}/openid`,
    ToBotFromChannelTokenIssuer: issuer,
    ToChannelFromBotLoginUrl: 'https://login.test/tenant',
    ToChannelFromBotOAuthScope: 'https://api.test',
    OAuthUrl: 'https://token.test',
    ValidateAuthority: 'true',
  };
}

function json(res: ServerResponse, status: number, body: object): void {
  res.statusCode = status;
  res.setHeader('content-type', 'application/json');
  res.end(JSON.stringify(body));
}

async function bodyOf(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
