import { createServer as createHttpServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type CryptoKey } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerBotService } from '../../../src/channels/bot-service/register.ts';
import { createServer } from '../../../src/http/create-server.ts';
import { noon, openDesk, recordingLog } from '../../desk/real-desk.ts';

const appId = '00000000-aaaa-bbbb-cccc-000000000001';
const issuer = 'https://channel.test';
const serviceUrl = 'http://127.0.0.1:9/';

let channel: { readonly server: HttpServer; readonly url: string; readonly key: CryptoKey };
let bot: { readonly url: string; close(): void };
let deadBot: { readonly url: string; close(): void };
const log = recordingLog();

beforeAll(async () => {
  channel = await openChannel();
  bot = await openBot(`${channel.url}/openid`);
  deadBot = await openBot(`${channel.url}/nothing-here`);
});
afterAll(() => {
  bot.close();
  deadBot.close();
  channel.server.close();
});

/** What publishes the channel's signing keys. */
async function openChannel(): Promise<typeof channel> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const key = { ...(await exportJWK(publicKey)), kid: 'k1', use: 'sig', endorsements: ['msteams'] };
  const server = createHttpServer((req, res) => {
    const { port } = server.address() as AddressInfo;
    const known: Record<string, unknown> = {
      '/openid': { issuer, jwks_uri: `http://127.0.0.1:${port}/keys` },
      '/keys': { keys: [key] },
    };
    const body = known[req.url ?? ''];
    res.statusCode = body === undefined ? 503 : 200;
    res.end(JSON.stringify(body ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, key: privateKey };
}

async function openBot(openId: string) {
  const { desk } = await openDesk();
  const server = createServer(log);
  const settings = {
    MicrosoftAppId: appId,
    MicrosoftAppPassword: 'a password',
    ToBotFromChannelOpenIdMetadataUrl: openId,
    ToBotFromEmulatorOpenIdMetadataUrl: openId,
    ToBotFromChannelTokenIssuer: issuer,
    ToChannelFromBotLoginUrl: 'https://login.test/tenant',
    ToChannelFromBotOAuthScope: 'https://api.test',
    OAuthUrl: 'https://token.test',
    ValidateAuthority: 'true',
  };
  registerBotService(server, { desk, clock: () => noon, log, config: { appId, settings } });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const close = () => void server.close();
  return { url: `http://127.0.0.1:${server.address().port}/api/messages`, close };
}

function token(claims: Readonly<Record<string, unknown>> = {}, lives = '5m') {
  return new SignJWT({ serviceurl: serviceUrl, ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: 'k1', typ: 'JWT' })
    .setIssuer(issuer)
    .setAudience(appId)
    .setIssuedAt('-2h')
    .setNotBefore('-2h')
    .setExpirationTime(lives);
}

async function send(url: string, authorization: string | null) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization !== null && { authorization }) },
    body: JSON.stringify({
      type: 'message',
      id: crypto.randomUUID(),
      text: 'hello',
      channelId: 'msteams',
      conversation: { id: 'c' },
      from: { id: 'student' },
      recipient: { id: 'bot' },
      serviceUrl,
      deliveryMode: 'expectReplies',
    }),
  });
  return { status: response.status, body: (await response.json()) as Readonly<Record<string, unknown>> };
}

test('a token of the channel is let in, and through a proxy too', async () => {
  const { status, body } = await send(bot.url, `Bearer ${await token().sign(channel.key)}`);
  expect(status).toBe(200);
  expect(body['activities']).toMatchObject([{ text: '1: hello' }]);
});

const others: readonly (readonly [string, () => Promise<string | null>, number, string])[] = [
  ['no token', () => Promise.resolve(null), 401, 'auth/missing'],
  ['no bearer', () => Promise.resolve('Basic YTpi'), 403, 'auth/refused'],
  ['no token after Bearer', () => Promise.resolve('Bearer x'), 403, 'auth/refused'],
  [
    'a token that another key signed',
    async () => `Bearer ${await token().sign((await generateKeyPair('RS256')).privateKey)}`,
    403,
    'auth/refused',
  ],
  [
    'a token that nobody signed',
    () =>
      Promise.resolve(
        `Bearer ${new UnsecuredJWT({ serviceurl: serviceUrl }).setIssuer(issuer).setAudience(appId).setExpirationTime('5m').encode()}`,
      ),
    403,
    'auth/refused',
  ],
  ['an expired token', async () => `Bearer ${await token({}, '-1h').sign(channel.key)}`, 403, 'auth/refused'],
  [
    'a token for another bot',
    async () => `Bearer ${await token().setAudience('00000000-aaaa-bbbb-cccc-000000000002').sign(channel.key)}`,
    403,
    'auth/refused',
  ],
  [
    'a token for another service address',
    async () => `Bearer ${await token({ serviceurl: 'https://elsewhere.test' }).sign(channel.key)}`,
    403,
    'auth/refused',
  ],
];

test.each(others)('%s is refused, with its code in the log', async (_, authorization, status, code) => {
  const before = log.lines.length;
  expect(await send(bot.url, await authorization())).toMatchObject({ status, body: { error: { code } } });
  expect(log.lines.slice(before)).toContainEqual(expect.objectContaining({ code, status }));
});

test("keys that cannot be fetched are an outage, not the sender's fault", async () => {
  const answer = await send(deadBot.url, `Bearer ${await token().sign(channel.key)}`);
  expect(answer).toMatchObject({ status: 503, body: { error: { code: 'auth/unavailable' } } });
});
