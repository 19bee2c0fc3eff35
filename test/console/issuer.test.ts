import Provider from 'oidc-provider';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createIssuer } from '../../src/console/sign-in/issuer.ts';
import { openRoom, type Room, type Visitor } from './room.ts';

/** A real issuer on this machine: who signs in there is whoever `someone` names. */
let issuer: Server;
let room: Room;
let someone = { accountId: 'u1', name: 'Ada', groups: ['desk'] as unknown };

beforeAll(async () => {
  issuer = createServer();
  await new Promise<void>((resolve) => issuer.listen(0, '127.0.0.1', resolve));
  const address = issuer.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? String(address?.port) : ''}`;
  room = await openRoom({
    issuer: createIssuer({
      issuer: url,
      clientId: 'guichet',
      clientSecret: 'a secret of the client',
      claim: 'realm.groups',
      roleOf: { desk: 'reviewer', heads: 'admin' },
    }),
  });
  const provider = new Provider(url, {
    clients: [
      {
        client_id: 'guichet',
        client_secret: 'a secret of the client',
        redirect_uris: [`${room.url}/staff/issuer/back`],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: { openid: ['sub'], profile: ['name', 'realm'], email: ['email'] },
    cookies: { keys: ['only for this test'] },
    features: { devInteractions: { enabled: true } },
    findAccount: (_, accountId) => ({
      accountId,
      claims: () => ({ sub: accountId, name: someone.name, realm: { groups: someone.groups } }),
    }),
  });
  const handle = provider.callback();
  issuer.on('request', (req, res) => void handle(req, res));
});
afterAll(async () => {
  await room.close();
  issuer.closeAllConnections();
  issuer.close();
});

/** Goes to the issuer, signs in there as its own pages ask for it, and brings back the address it sends to. */
async function throughIssuer(visitor: Visitor): Promise<string> {
  let to = (await visitor.get('/staff/issuer?to=/staff/queue')).to ?? '';
  const jar = new Map<string, string>();
  let body: URLSearchParams | undefined;
  for (let step = 0; step < 12 && !to.startsWith(room.url); step++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(to, {
      redirect: 'manual',
      headers: { cookie },
      ...(body !== undefined && { method: 'POST', body }),
    });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      jar.set(name, value);
    }
    const next = response.headers.get('location');
    const page = await response.text();
    if (next !== null) {
      to = new URL(next, to).href;
      body = undefined;
      continue;
    }
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? '';
    to = new URL(/<form[^>]* action="([^"]+)"/.exec(page)?.[1] ?? '', to).href;
    body = new URLSearchParams({ prompt, login: someone.accountId, password: 'any' });
  }
  return to.slice(room.url.length);
}

test('a colleague comes in with the school’s account, in the role of their group, where they were going', async () => {
  const ada = room.browser();
  const back = await throughIssuer(ada);
  const arrived = await ada.get(back);
  expect([arrived.status, arrived.to]).toEqual([303, '/staff/queue']);
  expect((await ada.get('/staff/queue')).text).toContain('Ada · Reviewer');
  expect((await ada.get('/staff/accounts')).status).toBe(403);
});

test('a changed group changes the role at the next sign-in, in the same account', async () => {
  someone = { ...someone, groups: ['desk', 'heads'] };
  const ada = room.browser();
  await ada.get(await throughIssuer(ada));
  const { text } = await ada.get('/staff/accounts');
  expect(text).toContain('with the school account');
  expect(await room.storage.staff.accounts('2026-11-22T10:00:00Z')).toMatchObject([{ name: 'Ada', role: 'admin' }]);
});

test('who is in no group of ours is not let in', async () => {
  someone = { accountId: 'u2', name: 'Eve', groups: ['students'] };
  const eve = room.browser();
  const refused = await eve.get(await throughIssuer(eve));
  expect([refused.status, refused.headers.getSetCookie().some((set) => set.startsWith('staff='))]).toEqual([
    403,
    false,
  ]);
  expect((await eve.get('/staff/queue')).to).toMatch(/^\/staff\/sign-in/);
});

test('a way back that this browser did not set out on leads nowhere', async () => {
  someone = { accountId: 'u1', name: 'Ada', groups: ['heads'] };
  const [ada, other] = [room.browser(), room.browser()];
  const back = await throughIssuer(ada);
  expect((await other.get(back)).status).toBe(403);
  const forged = back.replace(/state=[^&]*/, 'state=forged');
  expect((await ada.get(forged)).status).toBe(403);
  expect((await ada.get('/staff/queue')).to).toMatch(/^\/staff\/sign-in/);
});

test('an issuer that is away is said, and asked again later', async () => {
  const away = await openRoom({
    issuer: createIssuer({
      issuer: 'http://127.0.0.1:9',
      clientId: 'x',
      clientSecret: 'x',
      claim: 'groups',
      roleOf: {},
    }),
  });
  const unavailable = await away.browser().get('/staff/issuer');
  expect([unavailable.status, unavailable.headers.get('retry-after')]).toEqual([503, '2']);
  await away.close();
});
