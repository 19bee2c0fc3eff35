import restify from 'restify';
import { afterEach, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { registerMetrics } from '../../src/http/metrics.ts';
import { rememberProblems } from '../../src/assembly/remember-problems.ts';
import { shownConfig } from '../../src/assembly/shown-config.ts';
import { recordingLog } from '../desk/real-desk.ts';

const servers: restify.Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function serve(token?: string): Promise<string> {
  const server = restify.createServer();
  servers.push(server);
  const measured = {
    knowledgeSince: '2026-11-22T11:00:00Z',
    databaseUp: true,
    openHandovers: 3,
    emergencies: { certain: 2, possible: 0 },
    outbox: { uncertain: 2 },
    questions: { answer: 7 },
    problems: { 'channel/send-failed': 1 },
  };
  const clock = () => new Date('2026-11-22T12:00:00Z');
  registerMetrics(server, {
    measure: () => Promise.resolve(measured),
    token,
    outside: { publicUrl: null, trustProxy: false },
    clock,
    log: recordingLog(),
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${String(server.address().port)}/metrics`;
}

test('Prometheus reads what waits and what is asked', async () => {
  const text = await (await fetch(await serve())).text();
  for (const line of [
    'guichet_knowledge_age_seconds 3600',
    'guichet_database_up 1',
    'guichet_handovers_open 3',
    'guichet_emergencies_open{degree="certain"} 2',
    'guichet_outbox{state="uncertain"} 2',
    'guichet_questions_day{decision="answer"} 7',
    'guichet_problems{code="channel/send-failed"} 1',
  ])
    expect(text).toContain(line);
});

test.each([
  ['a proxy, without a token', undefined, { 'x-forwarded-for': '203.0.113.1' }, 403],
  ['this machine, where a token is asked for', 'a token of twenty', {}, 403],
  ['a wrong token', 'a token of twenty', { authorization: 'Bearer x' }, 403],
  ['the token', 'a token of twenty', { authorization: 'Bearer a token of twenty' }, 200],
])('from %s', async (_, token, headers, status) => {
  expect((await fetch(await serve(token), { headers: headers as Record<string, string> })).status).toBe(status);
});

test('of what is secret only whether it is set is shown', () => {
  const shown = shownConfig(
    readConfig({
      DATABASE_URL: 'postgres://guichet:hidden-word@db/guichet',
      DIRECT_LINE_SECRETS: 'hidden-word-of-sixteen',
      TOKEN_KEY: Buffer.alloc(32, 7).toString('base64url'),
      METRICS_TOKEN: 'hidden-word-of-metrics',
      MicrosoftAppId: 'app',
      MicrosoftAppPassword: 'hidden-word',
    }),
  );
  expect(JSON.stringify(shown)).not.toContain('hidden-word');
  expect(Object.fromEntries(shown)).toMatchObject({ MicrosoftAppPassword: 'set', TOKEN_KEY: 'set', PORT: '3978' });
});

test('the newest problems are remembered, and go to the log as before', () => {
  const kept = recordingLog();
  const { log, problems, counts } = rememberProblems(kept, () => new Date('2026-11-22T12:00:00Z'), 2);
  log.info({}, 'started');
  for (const code of ['a', 'b', 'c']) log.error({ code }, 'broke');
  expect(problems().map(({ code }) => code)).toEqual(['c', 'b']);
  expect(kept.lines).toHaveLength(4);
  // What is forgotten of the list is counted still.
  log.warn({ code: 'a' }, 'broke again');
  expect(counts()).toEqual({ a: 2, b: 1, c: 1 });
});
