import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { freshState } from '../../src/conversation/state.ts';
import { openStorage } from '../../src/storage/open-storage.ts';
import { begin, call } from '../channels/direct-line/calls.ts';
import { createCellar, openEchoHouse, otherSecret, secret, type Cellar } from '../channels/direct-line/echo-house.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function open(cellar: Cellar = createCellar(), clock?: () => Date) {
  const house = await openEchoHouse(cellar, clock === undefined ? {} : { clock });
  closing.push(() => house.close());
  return { cellar, root: `${house.url}/v3/directline` };
}

const message = { type: 'message', text: 'hello' };

describe('a chat token ends with its conversation', () => {
  const noon = new Date('2026-11-22T12:00:00.500Z');

  async function revoked(at: string) {
    const house = await open(createCellar(), () => noon);
    const generated = await call(`${house.root}/tokens/generate`, 'POST', { bearer: secret, body: {} });
    const { token, resume, conversationId } = generated.body;
    const started = await call(`${house.root}/conversations`, 'POST', { bearer: token, body: {} });
    house.cellar.revoked.set(conversationId, at);
    return { ...house, token, resume, conversationId, streamUrl: started.body.streamUrl };
  }

  test.each([
    ['said with', 'POST', (id: string) => `/conversations/${id}/activities`, message],
    ['read with', 'GET', (id: string) => `/conversations/${id}/activities`, undefined],
    ['taken up with', 'GET', (id: string) => `/conversations/${id}`, undefined],
    ['begun anew with', 'POST', () => '/conversations', {}],
    ['refreshed, for a new one', 'POST', () => '/tokens/refresh', {}],
  ] as const)('nothing is %s it', async (_, method, path, body) => {
    const { root, token, conversationId } = await revoked(noon.toISOString());
    const refused = await call(root + path(conversationId), method, { bearer: token, ...(body && { body }) });
    // What clients read as "the token has expired": they ask for a new conversation.
    expect([refused.status, refused.body.error?.code]).toEqual([403, 'TokenExpired']);
  });

  test('nor does it come back by the proof that somebody was in it, or open its stream', async () => {
    const { root, resume, streamUrl } = await revoked(noon.toISOString());
    const refused = await call(`${root}/tokens/generate`, 'POST', { bearer: secret, body: { resume } });
    expect(refused.status).toBe(403);
    const socket = new WebSocket(streamUrl);
    const [answer] = (await once(socket, 'unexpected-response').then(([, response]: unknown[]) => [response])) as [
      { statusCode: number },
    ];
    expect(answer.statusCode).toBe(403);
    socket.on('error', () => undefined);
    socket.terminate();
  });

  test('what was signed after that is good', async () => {
    const { root, token, conversationId } = await revoked('2026-11-22T11:59:59.000Z');
    const said = await call(`${root}/conversations/${conversationId}/activities`, 'POST', {
      bearer: token,
      body: message,
    });
    expect(said.status).toBe(200);
  });

  test('who reads it on a stream reads no further; who had their own words erased does', async () => {
    const { cellar, root } = await open();
    const streams = await Promise.all(
      ['over', 'goes on'].map(async (user) => {
        const { token, at } = await begin(root, secret, user);
        const socket = new WebSocket((await call(at, 'GET', { bearer: token })).body.streamUrl);
        closing.push(() => {
          socket.terminate();
        });
        await once(socket, 'message');
        return { socket, conversation: at.slice(at.lastIndexOf('/') + 1) };
      }),
    );
    const [over, goesOn] = streams;
    cellar.revoked.set(over!.conversation, new Date().toISOString());
    const closed = once(over!.socket, 'close');
    for (const { conversation } of streams) await cellar.announcements.announce('erased', conversation);
    expect((await closed)[0]).toBe(1008);
    expect(goesOn!.socket.readyState).toBe(WebSocket.OPEN);
  });
});

describe('with a channel secret one reads what was opened with it, and nothing else', () => {
  async function openedBy(root: string, bearer: string | null): Promise<string> {
    const headers = bearer === null ? { origin: new URL(root).origin } : {};
    const options = { ...(bearer !== null && { bearer }), headers };
    const { token, conversationId } = (await call(`${root}/tokens/generate`, 'POST', { ...options, body: {} })).body;
    await call(`${root}/conversations`, 'POST', { bearer: token, body: {} });
    return `${root}/conversations/${conversationId}`;
  }

  test.each([
    ['its own', secret, 200],
    ['another program’s', otherSecret, 404],
    ['the student page’s', null, 404],
  ])('%s', async (_, opener, status) => {
    const { root } = await open();
    const at = await openedBy(root, opener);
    expect((await call(at, 'GET', { bearer: secret })).status).toBe(status);
    expect((await call(`${at}/activities`, 'GET', { bearer: secret })).status).toBe(status);
    expect((await call(`${at}/activities`, 'POST', { bearer: secret, body: message })).status).toBe(status);
  });

  test('one that it opens without a token is its own, in every process with the same key and after a restart', async () => {
    const { cellar, root } = await open();
    const { conversationId } = (await call(`${root}/conversations`, 'POST', { bearer: secret, body: {} })).body;
    const again = await open(cellar);
    for (const [bearer, status] of [
      [secret, 200],
      [otherSecret, 404],
    ] as const)
      expect((await call(`${again.root}/conversations/${conversationId}/activities`, 'GET', { bearer })).status).toBe(
        status,
      );
  });

  test('a mark of its own is not made up', async () => {
    const { cellar, root } = await open();
    const at = await openedBy(root, null);
    const random = at.slice(at.lastIndexOf('/') + 1);
    const forged = random + Buffer.alloc(12).toString('base64url');
    cellar.kept.set(forged, cellar.kept.get(random)!);
    expect((await call(`${root}/conversations/${forged}`, 'GET', { bearer: secret })).status).toBe(404);
  });
});

describe('revocations are in the database', () => {
  function house() {
    const folder = mkdtempSync(join(tmpdir(), 'guichet-revoked-'));
    closing.push(() => {
      rmSync(folder, { recursive: true });
    });
    const path = join(folder, 'guichet.db');
    const process = async () => {
      const storage = await openStorage({ kind: 'sqlite', path, durability: 'NORMAL' });
      closing.push(() => storage.close());
      return storage;
    };
    return { path, process };
  }
  const at = '2026-11-22T10:00:00.000Z';
  const turn = (conversation: string, effects: readonly { readonly kind: 'erase' }[] = []) => {
    const entry = { conversation, channel: 'webchat', at, activityJson: null, reply: null, trace: null };
    const entries = [{ ...entry, activity: `${conversation}-1`, direction: 'in', text: 'x' } as const];
    return { conversation, expected: 0, state: freshState, entries, effects, at };
  };

  test('an erasure in one process revokes in every other; who erases their own words and goes on revokes nothing', async () => {
    const { process } = house();
    const [one, other] = [await process(), await process()];
    for (const conversation of ['erased', 'kept']) await one.conversations.save(turn(conversation));
    await one.conversations.save(turn('own words', [{ kind: 'erase' }]));
    await one.personalData.erase('erased', '2026-11-22T11:00:00.000Z');
    expect(await other.revocations.of('erased')).toBe('2026-11-22T11:00:00.000Z');
    for (const conversation of ['kept', 'own words']) expect(await other.revocations.of(conversation)).toBeNull();
  });

  test('so does the night that forgets it; the revocation is forgotten once all that was signed has ended by itself', async () => {
    const { process } = house();
    const storage = await process();
    await storage.conversations.save(turn('old'));
    const night = (day: string) => `${day}T02:00:00.000Z`;
    const forget = (now: string) => {
      const kinds = ['transcripts', 'addresses', 'deliveries', 'drafts', 'audit', 'sessions', 'erasures'] as const;
      const keepDays = new Date(Date.parse(now) - 180 * 86_400_000).toISOString();
      const before = Object.fromEntries(kinds.map((kind) => [kind, keepDays]));
      return storage.personalData.forget(before as Record<(typeof kinds)[number], string>, now);
    };
    await forget(night('2027-05-22'));
    expect(await storage.revocations.of('old')).toBe(night('2027-05-22'));
    await forget(night('2027-11-18'));
    expect(await storage.revocations.of('old')).toBe(night('2027-05-22'));
    await forget(night('2027-11-20'));
    expect(await storage.revocations.of('old')).toBeNull();
  });
});
