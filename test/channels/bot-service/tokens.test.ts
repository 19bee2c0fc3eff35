import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ManagedIdentityAppCredentials } from 'botframework-connector';
import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { botAuthentication } from '../../../src/channels/bot-service/authentication.ts';
import { readConfig } from '../../../src/config.ts';
import { serveGuichet } from '../server/running-guichet.ts';
import { appId, openLoopbackChannel, settingsFor, type LoopbackChannel } from './loopback-channel.ts';
import { openTeams } from './teams-client.ts';

const tenant = '11111111-2222-3333-4444-555555555555';
const file = (name: string) => fileURLToPath(new URL(`login/${name}`, import.meta.url));

let channel: LoopbackChannel;
let login: Awaited<ReturnType<typeof openLogin>>;
let desk: Awaited<ReturnType<typeof serveGuichet>>;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-tokens-'));
  channel = await openLoopbackChannel();
  login = await openLogin();
  desk = await serveGuichet({
    ...settingsFor(channel.url),
    MicrosoftAppType: 'SingleTenant',
    MicrosoftAppTenantId: tenant,
    ToChannelFromBotLoginUrl: `${login.url}/${tenant}`,
    NODE_EXTRA_CA_CERTS: file('certificate.pem'),
    DATABASE_URL: `sqlite:${join(folder, 'guichet.db')}`,
  });
}, 240_000);
afterAll(async () => {
  await desk.end('SIGTERM');
  login.server.close();
  await channel.close();
  rmSync(folder, { recursive: true });
});

/** Where the bot signs in: gives a numbered token to who knows the password. The certificate is for this machine alone. */
async function openLogin() {
  const asked: Readonly<Record<string, string>>[] = [];
  const refuse: number[] = [];
  const server: Server = createServer({
    key: readFileSync(file('key.pem')),
    cert: readFileSync(file('certificate.pem')),
  });
  server.on('request', (req, res) => {
    const base = `${url}/${tenant}`;
    const send = (status: number, body: object) => {
      res.writeHead(status, { 'content-type': 'application/json' });
      res.end(JSON.stringify(body));
    };
    if (req.url?.startsWith(`/${tenant}/v2.0/.well-known/openid-configuration`) === true) {
      const ends = {
        authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
        token_endpoint: `${base}/oauth2/v2.0/token`,
      };
      send(200, { ...ends, issuer: `${base}/v2.0`, jwks_uri: `${base}/keys` });
      return;
    }
    let body = '';
    req.on('data', (chunk: Buffer) => (body += chunk.toString()));
    req.on('end', () => {
      asked.push(Object.fromEntries(new URLSearchParams(body)));
      const status = refuse.shift();
      if (status !== undefined) send(status, { error: 'invalid_client', error_description: 'later' });
      else send(200, { token_type: 'Bearer', expires_in: 3600, access_token: `token-${asked.length}` });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `https://localhost:${(server.address() as AddressInfo).port}`;
  return { url, server, asked, refuse };
}

/** A message with the channel's token, as Teams sends it. */
async function say(place: string, text: string) {
  const authorization = `Bearer ${await channel.token().sign(channel.key)}`;
  const student = openTeams({ url: `${desk.url}/api/messages` }, channel, 'personal', place, { authorization });
  expect((await student.say(text)).status).toBe(200);
  return student;
}

test('while the sign-in refuses the password, the answer waits', async () => {
  login.refuse.push(401, 401, 401, 401);
  const student = await say('early', 'what is the EHIC?');
  expect(student.shown()).toEqual([]);
  expect(desk.lines).toContainEqual(expect.objectContaining({ code: 'auth/unavailable' }));
  login.refuse.length = 0;
  await expect.poll(() => student.shown().length, { timeout: 60_000 }).toBe(1);
});

test('what goes out is signed with a token of the bot’s own tenant, fetched once', async () => {
  const one = await say('one', 'what is the EHIC?');
  const before = login.asked.length;
  const two = await say('two', 'what is the EHIC?');
  expect(one.shown()).toHaveLength(1);
  expect(two.shown()).toHaveLength(1);
  expect(login.asked).toHaveLength(before);
  expect(login.asked.at(-1)).toMatchObject({
    grant_type: 'client_credentials',
    client_id: appId,
    client_secret: 'a password',
    scope: expect.stringContaining('https://api.test/.default') as string,
  });
  expect(new Set(channel.calls.map(({ authorization }) => authorization))).toEqual(new Set([`Bearer token-${before}`]));
});

test('a busy channel gets the answer after the seconds that it named, by the running program itself', async () => {
  channel.trouble({ status: 429, retryAfter: '1' });
  const student = await say('busy', 'what is the EHIC?');
  expect(student.shown()).toEqual([]);
  await expect.poll(() => student.shown().length, { timeout: 60_000 }).toBe(1);
});

test('a forged activity gets nothing out of it', async () => {
  const forged = `Bearer ${await channel.token().setAudience('somebody-else').sign(channel.key)}`;
  const student = openTeams({ url: `${desk.url}/api/messages` }, channel, 'personal', 'forged', {
    authorization: forged,
  });
  expect((await student.say('hello')).status).toBe(403);
  expect(student.shown()).toEqual([]);
});

test.each([
  [
    'SingleTenant',
    { MicrosoftAppPassword: 'p', MicrosoftAppTenantId: tenant },
    `https://login.microsoftonline.com/${tenant}`,
  ],
  ['MultiTenant', { MicrosoftAppPassword: 'p' }, 'https://login.microsoftonline.com/botframework.com'],
])('an app of the type %s signs in where it should', async (MicrosoftAppType, settings, authority) => {
  const given = { MicrosoftAppId: appId, MicrosoftAppType, ...settings };
  expect(() => readConfig(given)).not.toThrow();
  expect(() => botAuthentication(given)).not.toThrow();
  const factory = new ConfigurationServiceClientCredentialFactory(given);
  const credentials = await factory.createCredentials(appId, 'https://api.botframework.com', authority, true);
  expect(credentials).toMatchObject({ oAuthEndpoint: authority });
});

test('a managed identity is a matter of configuration', async () => {
  const given = { MicrosoftAppId: appId, MicrosoftAppType: 'UserAssignedMsi', MicrosoftAppTenantId: tenant };
  expect(() => readConfig(given)).not.toThrow();
  expect(() => botAuthentication(given)).not.toThrow();
  const factory = new ConfigurationServiceClientCredentialFactory(given);
  const credentials = await factory.createCredentials(
    appId,
    'https://api.botframework.com',
    'https://login.microsoftonline.com/x',
    true,
  );
  expect(credentials).toBeInstanceOf(ManagedIdentityAppCredentials);
});

test.each([
  ['a type that there is not', { MicrosoftAppId: appId, MicrosoftAppType: 'Tenant' }, 'MicrosoftAppType'],
  [
    'one tenant without its id',
    { MicrosoftAppId: appId, MicrosoftAppPassword: 'p', MicrosoftAppType: 'SingleTenant' },
    'MicrosoftAppTenantId',
  ],
  [
    'a managed identity with a password',
    {
      MicrosoftAppId: appId,
      MicrosoftAppPassword: 'p',
      MicrosoftAppTenantId: tenant,
      MicrosoftAppType: 'UserAssignedMsi',
    },
    'MicrosoftAppPassword',
  ],
])('%s stops the start', (_, given, named) => {
  expect(() => readConfig(given)).toThrow(named);
});

test('an app id without a password stops the start', () => {
  expect(() => botAuthentication({ MicrosoftAppId: appId })).toThrow('MicrosoftAppPassword');
});
