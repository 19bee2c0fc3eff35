import restify from 'restify';
import { expect } from 'vitest';
import { toWire } from '../../src/channels/direct-line/wire.ts';
import type { Parts } from '../../src/console/parts.ts';
import type { Health } from '../../src/console/health/pages.ts';
import { registerConsole } from '../../src/console/register.ts';
import { invite } from '../../src/console/sign-in/invitation.ts';
import { createSpeak } from '../../src/desk/speak.ts';
import type { Role } from '../../src/ports/staff.ts';
import { openStorage } from '../../src/storage/open-storage.ts';
import { recordingLog } from '../desk/real-desk.ts';
import { knowledge, matcher, redact, speaker } from '../own-desk.ts';

export { matcher, speaker };

export type Room = Awaited<ReturnType<typeof openRoom>>;

/** The staff room over a database in memory, on a port of its own, at an hour that tests may move. */
export async function openRoom(more: Partial<Parts> = {}) {
  const storage = await openStorage({ kind: 'sqlite', path: ':memory:', durability: 'NORMAL' });
  const log = recordingLog();
  const server = restify.createServer();
  let now = new Date('2026-11-22T10:00:00Z');
  const clock = (): Date => now;
  const parts: Parts = {
    ...storage,
    activities: (entries) =>
      toWire(entries, { user: 'student', bot: { id: 'guichet', name: 'Guichet' }, desk: { id: 'desk', name: 'Desk' } }),
    speak: createSpeak(storage.utterances, new Set(['email']), clock),
    health: () => Promise.resolve(healthy),
    issuer: null,
    current: () => ({ knowledge, speaker, matcher, redact }),
    clock,
    config: { publicUrl: null, trustProxy: false },
    log,
    ...more,
  };
  const pages = registerConsole(server, parts);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${String(server.address().port)}`;
  const browser = (): Visitor => createVisitor(url);
  return {
    url,
    storage,
    parts,
    pages,
    log,
    browser,
    wait: (ms: number) => (now = new Date(now.getTime() + ms)),
    /** Somebody of this role, signed in by the way that everybody comes in. */
    async join(role: Role, name: string = role): Promise<Visitor> {
      const visitor = browser();
      const path = await invite(storage.staff, { role, name, now });
      const joined = await visitor.send(path, { name, password, again: password });
      expect(joined.status).toBe(303);
      return visitor;
    },
    async close() {
      server.server.closeAllConnections();
      server.close();
      await storage.close();
    },
  };
}

const healthy: Health = {
  knowledge: { hash: 'abc', since: '2026-11-22T09:00:00Z', busy: false, problem: null },
  database: null,
  mail: { state: 'off', since: null, code: null, lastMail: null },
  outbox: { queued: 1 },
  problems: [{ at: '2026-11-22T09:30:00Z', level: 'error', code: 'channel/send-failed', message: 'a delivery failed' }],
  config: [['PORT', '3978']],
};

export const password = 'four words in a row';

export type Visitor = ReturnType<typeof createVisitor>;
export type Got = {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
  readonly to: string | null;
};

/** A browser without scripts: keeps cookies, follows nothing by itself, sends forms as our pages make them. */
function createVisitor(url: string) {
  const cookies = new Map<string, string>();
  const ask = async (path: string, init: RequestInit = {}): Promise<Got> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { 'accept-language': 'en', cookie, ...(init.headers as Record<string, string>) };
    const response = await fetch(url + path, { ...init, headers, redirect: 'manual' });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (/max-age=0/i.test(set)) cookies.delete(name);
      else cookies.set(name, value);
    }
    const { status } = response;
    return { status, text: await response.text(), headers: response.headers, to: response.headers.get('location') };
  };
  const get = (path: string, headers: Record<string, string> = {}) => ask(path, { headers });
  return {
    cookies,
    get,
    /** Sends a form with the token that the page shows, unless one is given. */
    async send(
      path: string,
      fields: Record<string, string> = {},
      { headers = {}, from = path }: { headers?: Record<string, string>; from?: string } = {},
    ): Promise<Got> {
      const csrf = fields['csrf'] ?? /name="csrf" value="([^"]*)"/.exec((await get(from)).text)?.[1] ?? '';
      return ask(path, {
        method: 'POST',
        body: new URLSearchParams({ csrf, ...fields }),
        headers: { origin: url, ...headers },
      });
    },
  };
}
