import { createHmac } from 'node:crypto';
import { exportSPKI, generateKeyPair, importJWK, UnsecuredJWT, type CryptoKey, type JWK } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { issuer, appId, openLoopbackChannel, settingsFor, type LoopbackChannel } from './loopback-channel.ts';
import { openBot, type Bot } from './open-bot.ts';

let channel: LoopbackChannel;
let bot: Bot;
let deadBot: Bot;

beforeAll(async () => {
  channel = await openLoopbackChannel();
  bot = await openBot(settingsFor(channel.url));
  deadBot = await openBot({ ...settingsFor(channel.url), ToBotFromChannelOpenIdMetadataUrl: `${channel.url}/nothing` });
});
afterAll(async () => {
  bot.close();
  deadBot.close();
  await channel.close();
});

async function send(to: Bot, authorization: string | null, more: Readonly<Record<string, unknown>> = {}) {
  const response = await fetch(to.url, {
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
      serviceUrl: channel.url,
      deliveryMode: 'expectReplies',
      ...more,
    }),
  });
  return { status: response.status, body: (await response.json()) as Readonly<Record<string, unknown>> };
}

async function goodToken(): Promise<string> {
  return `Bearer ${await channel.token().sign(channel.key)}`;
}

test('a token of the channel is let in, and through a proxy too', async () => {
  const { status, body } = await send(bot, await goodToken());
  expect(status).toBe(200);
  expect(body['activities']).toMatchObject([{ text: '1: hello' }]);
});

const forged: readonly (readonly [string, () => Promise<string | null> | string | null, number, string])[] = [
  ['no token', () => null, 401, 'auth/missing'],
  ['no bearer', () => 'Basic YTpi', 403, 'auth/refused'],
  ['no token after Bearer', () => 'Bearer x', 403, 'auth/refused'],
  [
    'a token that another key signed',
    async () => `Bearer ${await channel.token().sign((await generateKeyPair('RS256')).privateKey)}`,
    403,
    'auth/refused',
  ],
  [
    'a token whose key nobody published',
    async () => `Bearer ${await channel.token({}, '5m', 'k2').sign(channel.key)}`,
    403,
    'auth/refused',
  ],
  [
    'a token that nobody signed',
    () =>
      `Bearer ${new UnsecuredJWT({ serviceurl: channel.url }).setIssuer(issuer).setAudience(appId).setExpirationTime('5m').encode()}`,
    403,
    'auth/refused',
  ],
  ['a token signed with the public key as a password', () => signedWithPublicKey(), 403, 'auth/refused'],
  ['an expired token', async () => `Bearer ${await channel.token({}, '-1h').sign(channel.key)}`, 403, 'auth/refused'],
  [
    'a token that is not good yet',
    async () => `Bearer ${await channel.token({}, '3h').setNotBefore('1h').sign(channel.key)}`,
    403,
    'auth/refused',
  ],
  [
    'a token for another bot',
    async () => `Bearer ${await channel.token().setAudience('00000000-aaaa-bbbb-cccc-000000000002').sign(channel.key)}`,
    403,
    'auth/refused',
  ],
  [
    'a token of another issuer',
    async () => `Bearer ${await channel.token().setIssuer('https://elsewhere.test').sign(channel.key)}`,
    403,
    'auth/refused',
  ],
  [
    'a token of some tenant, which names itself',
    async () =>
      `Bearer ${await channel.token({ tid: 'evil', ver: '2.0', azp: appId }).setIssuer('https://login.microsoftonline.com/evil/v2.0').sign(channel.key)}`,
    403,
    'auth/refused',
  ],
  [
    'a token for another service address',
    async () => `Bearer ${await channel.token({ serviceurl: 'https://elsewhere.test' }).sign(channel.key)}`,
    403,
    'auth/refused',
  ],
  [
    'a token for no service address',
    async () => `Bearer ${await channel.token({ serviceurl: undefined }).sign(channel.key)}`,
    403,
    'auth/refused',
  ],
];

async function signedWithPublicKey(): Promise<string> {
  const { keys } = (await (await fetch(`${channel.url}/keys`)).json()) as { keys: JWK[] };
  const key = await importJWK(keys[0]!, 'RS256', { extractable: true });
  const head = Buffer.from(JSON.stringify({ alg: 'HS256', kid: 'k1' })).toString('base64url');
  const claims = { iss: issuer, aud: appId, exp: 4e9, nbf: 0, serviceurl: channel.url };
  const body = `${head}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`;
  return `Bearer ${body}.${createHmac('sha256', await exportSPKI(key as CryptoKey))
    .update(body)
    .digest('base64url')}`;
}

test.each(forged)('%s is refused, with its code in the log', async (_, authorization, status, code) => {
  const before = bot.log.lines.length;
  expect(await send(bot, await authorization())).toMatchObject({ status, body: { error: { code } } });
  expect(bot.log.lines.slice(before)).toContainEqual(expect.objectContaining({ code, status }));
});

test.each([
  ['that asks for another way of checking', { channelId: 'AseChannel' }],
  ['of a channel that the key is not for', { channelId: 'slack' }],
  ['without a service address', { serviceUrl: undefined }],
])('an activity %s is refused in spite of a good token', async (_, more) => {
  expect(await send(bot, await goodToken(), more)).toMatchObject({
    status: 403,
    body: { error: { code: 'auth/refused' } },
  });
});

test("keys that cannot be fetched are an outage, not the sender's fault", async () => {
  const answer = await send(deadBot, await goodToken());
  expect(answer).toMatchObject({ status: 503, body: { error: { code: 'auth/unavailable' } } });
});
