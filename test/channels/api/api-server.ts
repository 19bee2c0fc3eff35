import type { AddressInfo } from 'node:net';
import { apiDefaults, registerApi, type ApiConfig } from '../../../src/channels/api/register.ts';
import { createSpeaker } from '../../../src/voice/speaker.ts';
import { createServer } from '../../../src/http/create-server.ts';
import type { Knowledge } from '../../../src/knowledge/schema.ts';
import { knowledge } from '../../own-desk.ts';

export { knowledge };

/** Half past midnight in Paris, still the day before in London. */
const now = new Date('2026-11-21T23:30:00Z');

export type Api = {
  readonly base: string;
  readonly logged: unknown[];
  /** What came back, JSON read. */
  post(
    path: string,
    body: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<{ status: number; headers: Headers; text: string; json: never }>;
  close(): Promise<void>;
};

/** The API on a real server and a real port. */
export async function openApi(
  config: Partial<ApiConfig> = {},
  { known = knowledge, clock = () => now }: { readonly known?: Knowledge; readonly clock?: () => Date } = {},
): Promise<Api> {
  const logged: unknown[] = [];
  const note = (fields: Readonly<Record<string, unknown>>) => {
    logged.push(fields);
  };
  const log = { info: note, warn: note, error: note };
  const server = createServer(log);
  const site = { knowledge: known, speaker: createSpeaker(known) };
  registerApi(server, {
    current: () => site,
    clock,
    config: { ...apiDefaults, ...config },
    log,
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const base = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}/api/v1`;
  return {
    base,
    logged,
    async post(path, body, headers = {}) {
      const response = await fetch(`${base}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.includes('json') === true;
      return {
        status: response.status,
        headers: response.headers,
        text,
        json: (isJson ? JSON.parse(text) : null) as never,
      };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.server.closeAllConnections();
      }),
  };
}
