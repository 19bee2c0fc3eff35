import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Request, Response, Server } from 'restify';
import type { Log } from '../ports/log.ts';
import { isFromThisMachine, servesOutside } from './loopback.ts';
import type { Outside } from './origin.ts';

/** What is measured when Prometheus asks. Numbers only: nothing that anybody wrote, no name, no address. */
export type Measured = {
  readonly knowledgeSince: string;
  readonly databaseUp: boolean;
  readonly openHandovers: number;
  /** Conversations with danger that nobody is done with, by degree. */
  readonly emergencies: Readonly<Record<string, number>>;
  /** Deliveries by state. */
  readonly outbox: Readonly<Record<string, number>>;
  /** Questions of the last 24 hours by decision. */
  readonly questions: Readonly<Record<string, number>>;
  /** Warnings and errors since the start, by code. */
  readonly problems: Readonly<Record<string, number>>;
};

/**
 * `/metrics` in Prometheus' text format: for whoever sends the token as `Authorization: Bearer …`; without one for this
 * machine alone, and for nobody once the outside is let in.
 */
export function registerMetrics(
  server: Server,
  about: {
    readonly measure: () => Promise<Measured>;
    readonly token: string | undefined;
    readonly outside: Outside;
    readonly clock: () => Date;
    readonly log: Log;
  },
): void {
  const { measure, token, outside, clock, log } = about;
  if (token === undefined) log.warn({ code: 'auth/missing' }, `no METRICS_TOKEN: /metrics ${openTo(outside)}`);
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string, labels: string[] = []) =>
    new Gauge({ name: `guichet_${name}`, help, labelNames: labels, registers: [registry] });
  const age = gauge('knowledge_age_seconds', 'Since when this version of the knowledge answers.');
  const up = gauge('database_up', 'Whether the database answers.');
  const handovers = gauge('handovers_open', 'Hand-overs that are not closed.');
  const emergencies = gauge('emergencies_open', 'Conversations with danger that nobody is done with, by degree.', [
    'degree',
  ]);
  const outbox = gauge('outbox', 'Deliveries by state.', ['state']);
  const questions = gauge('questions_day', 'Questions of the last 24 hours by decision.', ['decision']);
  const problems = gauge('problems', 'Warnings and errors since the start, by code.', ['code']);

  server.get('/metrics', async (req: Request, res: Response) => {
    if (!mayRead(req, token, outside)) {
      res.writeHead(403, { 'content-type': 'text/plain' });
      res.end('auth/refused\n');
      return;
    }
    const now = await measure();
    age.set((clock().getTime() - Date.parse(now.knowledgeSince)) / 1000);
    up.set(now.databaseUp ? 1 : 0);
    handovers.set(now.openHandovers);
    setAll(emergencies, 'degree', now.emergencies);
    setAll(outbox, 'state', now.outbox);
    setAll(questions, 'decision', now.questions);
    setAll(problems, 'code', now.problems);
    const text = await registry.metrics();
    res.writeHead(200, { 'content-type': registry.contentType, 'cache-control': 'no-store' });
    res.end(text);
  });
}

function setAll(gauge: Gauge, label: string, counts: Readonly<Record<string, number>>): void {
  gauge.reset();
  for (const [value, count] of Object.entries(counts)) gauge.set({ [label]: value }, count);
}

function mayRead(req: IncomingMessage, token: string | undefined, outside: Outside): boolean {
  if (token !== undefined) return same(req.headers.authorization ?? '', `Bearer ${token}`);
  return isFromThisMachine(req, outside);
}

function openTo(outside: Outside): string {
  return servesOutside(outside)
    ? 'is closed, as PUBLIC_URL or TRUST_PROXY is set'
    : 'is read by anybody on this machine, and by nobody else';
}

function same(given: string, right: string): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(right));
}
