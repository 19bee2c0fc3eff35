import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { directLineDefaults, registerDirectLine } from '../../src/channels/direct-line/register.ts';
import { createServer } from '../../src/http/create-server.ts';
import { begin, call } from '../channels/direct-line/calls.ts';
import { openMailDesk } from '../channels/email/mail-desk.ts';

const sites = ['https://school.example'];
const link = '[ameli.fr](https://evil.example/login)';

let desk: Awaited<ReturnType<typeof openMailDesk>>;
let url = '';
let close: () => void;
beforeAll(async () => {
  desk = await openMailDesk();
  const server = createServer(desk.log);
  const door = registerDirectLine(server, {
    desk: desk.desk,
    ...desk.storage,
    postBox: { outbox: desk.storage.outbox, codes: desk.storage.mailCodes },
    say: (...phrase) => desk.speaker.say(...phrase),
    languages: () => desk.speaker.languages,
    keepDays: () => 180,
    deskName: () => 'The desk',
    keys: { signing: Buffer.alloc(32, 7), secrets: [] },
    clock: () => desk.time.now,
    config: {
      ...directLineDefaults,
      sites,
      trustProxy: true,
      limits: { ...directLineDefaults.limits, mails: { perHour: 12, perNetwork: 6, perRecipient: 4 } },
    },
    log: desk.log,
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  url = `http://127.0.0.1:${String(server.address().port)}`;
  close = () => {
    door.close();
    server.server.closeAllConnections();
    server.close();
  };
});
afterAll(async () => {
  close();
  await desk.close();
});
beforeEach(() => {
  desk.posted.length = 0;
  // A day later all limits are fresh.
  desk.time.now = new Date(desk.time.now.getTime() + 25 * 3_600_000);
});

/** Somebody on the student page, who says something. */
async function chat(...says: readonly string[]) {
  const headers = { origin: sites[0] ?? '' };
  const generated = await call(`${url}/directline/v3/tokens/generate`, 'POST', { body: {}, headers });
  const started = await call(`${url}/directline/v3/conversations`, 'POST', { bearer: generated.body.token, body: {} });
  const { token, conversationId } = started.body;
  const at = `${url}/directline/v3/conversations/${conversationId}`;
  for (const text of ['How much does a visit to a GP cost?', ...says]) {
    await call(`${at}/activities`, 'POST', { bearer: token, body: { type: 'message', text } });
  }
  const mail = async (body: object, network = '192.0.2.1') => {
    const forwarded = { 'x-forwarded-for': network };
    return (
      await call(`${url}/mail-me`, 'POST', { bearer: token, body: { language: 'en', ...body }, headers: forwarded })
    ).status;
  };
  return { mail, conversationId };
}

async function lastMail() {
  await desk.pump.run();
  return desk.posted.findLast(({ to }) => !JSON.stringify(to).includes('colleagues'));
}

async function codeMailed(): Promise<string> {
  await desk.pump.run();
  const letter = desk.posted.findLast(({ subject }) => subject === 'A code for your answers');
  return /\b\d{6}\b/.exec(letter?.text ?? '')?.[0] ?? '';
}

/** The code that arrived at the address, typed in. */
async function mailedTo(address: string, ...says: readonly string[]) {
  const { mail } = await chat(...says);
  expect(await mail({ address })).toBe(202);
  expect(await mail({ address, code: await codeMailed() })).toBe(202);
  return lastMail();
}

describe('no student’s words travel', () => {
  test.each([
    [
      'what they tell the person',
      ['I want to talk to a person', `Your account is blocked, sign in at ${link}`, 'skip'],
    ],
    ['what they tell at the second question', ['I want to talk to a person', 'my refund', `also see ${link}`]],
    ['what was not understood among questions', [`How do I get the carte Vitale? Is the zebra at ${link} blocked?`]],
    ['what is said after the hand-over', ['I want to talk to a person', 'skip', 'skip', `by the way ${link}`]],
    ['a name in a question', [`Your account is blocked at ${link}: how much is a GP visit?`]],
  ])('%s', async (_, says) => {
    const letter = await mailedTo('victim@mail.example', ...says);
    expect(letter?.text).toContain('30 €');
    expect(letter?.raw).not.toMatch(/evil\.example|blocked|zebra|by the way|my refund/);
  });

  test('the reference, who answers and what happens next still do', async () => {
    const letter = await mailedTo(
      'ann@mail.example',
      'I want to talk to a person',
      'the letter about my rights',
      'skip',
    );
    expect(letter?.text).toMatch(/G-[0-9A-F]{8}/);
    expect(letter?.text).not.toContain('the letter about my rights');
  });
});

describe('the address is confirmed first', () => {
  test('the letter with the code holds a code and nothing of the conversation, not even its name', async () => {
    const { mail, conversationId } = await chat(link);
    await mail({ address: 'victim@mail.example' });
    const letter = await lastMail();
    expect(letter?.text).toMatch(/Your code is \d{6}/);
    expect(letter?.raw).not.toContain('30.00');
    expect(letter?.raw).not.toContain('#continue=');
    expect(letter?.raw).not.toContain(conversationId);
    expect(letter?.raw).not.toContain(Buffer.from(conversationId).toString('base64url'));
    expect(letter?.headers.get('auto-submitted')).toBe('auto-replied');
  });

  test('without the code nothing more is mailed, and after five tries the right one is none', async () => {
    const { mail } = await chat();
    const address = 'victim@mail.example';
    await mail({ address });
    const code = await codeMailed();
    const wrong = code === '000000' ? '000001' : '000000';
    const tries = await Promise.all([1, 2, 3, 4, 5].map(() => mail({ address, code: wrong })));
    expect(tries).toEqual([403, 403, 403, 403, 403]);
    expect(await mail({ address, code })).toBe(403);
    await desk.pump.run();
    expect(desk.posted).toHaveLength(1);
  });

  test('a code is good once, for a quarter of an hour, in its conversation and for its address', async () => {
    const { mail } = await chat();
    const other = await chat();
    const address = 'ann@mail.example';
    await mail({ address });
    const code = await codeMailed();
    expect(await other.mail({ address, code })).toBe(403);
    expect(await mail({ address: 'victim@mail.example', code })).toBe(403);
    expect(await Promise.all([mail({ address, code }), mail({ address, code })])).toEqual(
      expect.arrayContaining([202, 403]) as unknown,
    );
    await mail({ address });
    const late = await codeMailed();
    desk.time.now = new Date(desk.time.now.getTime() + 16 * 60_000);
    expect(await mail({ address, code: late })).toBe(403);
  });

  test('a newer code takes the place of the one before', async () => {
    const { mail } = await chat();
    const address = 'ann@mail.example';
    await mail({ address });
    const first = await codeMailed();
    desk.time.now = new Date(desk.time.now.getTime() + 1000);
    await mail({ address });
    const second = await codeMailed();
    expect(await mail({ address, code: first })).toBe(first === second ? 202 : 403);
    expect(await mail({ address, code: second })).toBe(202);
  });
});

describe('it is limited', () => {
  test('in one conversation, whatever the address', async () => {
    const { mail } = await chat();
    const statuses = [];
    for (const name of ['a', 'b', 'c', 'd']) statuses.push(await mail({ address: `${name}@mail.example` }));
    expect(statuses).toEqual([202, 202, 202, 429]);
  });

  test('for one recipient, over conversations and networks, however the address is written', async () => {
    const statuses = [];
    for (const [index, address] of [
      'v@x.example',
      'V@x.example',
      'v@X.example',
      'v@x.example',
      'v@x.EXAMPLE',
    ].entries())
      statuses.push(await (await chat()).mail({ address }, `192.0.2.${String(index)}`));
    expect(statuses).toEqual([202, 202, 202, 202, 429]);
  });

  test('for one network address, over conversations and recipients', async () => {
    const statuses = [];
    for (let index = 0; index < 7; index += 1) {
      statuses.push(await (await chat()).mail({ address: `n${String(index)}@x.example` }));
    }
    expect(statuses).toEqual([202, 202, 202, 202, 202, 202, 429]);
  });

  test('for the whole desk in an hour; an hour later there is room again', async () => {
    const ask = async (index: number) =>
      (await chat()).mail({ address: `d${String(index)}@x.example` }, `198.51.100.${String(index)}`);
    for (let index = 0; index < 12; index += 1) expect(await ask(index)).toBe(202);
    expect(await ask(12)).toBe(429);
    desk.time.now = new Date(desk.time.now.getTime() + 3_600_000);
    expect(await ask(13)).toBe(202);
  });

  test('who has their data deleted does not start anew', async () => {
    const address = 'v@x.example';
    for (let index = 0; index < 4; index += 1) {
      const { mail, conversationId } = await chat();
      expect(await mail({ address })).toBe(202);
      await desk.storage.personalData.erase(conversationId, desk.time.now.toISOString());
    }
    expect(await (await chat()).mail({ address })).toBe(429);
  });
});

test('without a token of a conversation nothing is mailed', async () => {
  const { status } = await call(`${url}/mail-me`, 'POST', { body: { address: 'v@x.example', language: 'en' } });
  expect(status).toBe(401);
  await expect(begin(`${url}/directline/v3`, 'no-secret')).resolves.toMatchObject({ token: undefined });
});
