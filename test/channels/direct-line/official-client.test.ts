import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { DirectLine, ConnectionStatus, type Activity, type Message } from 'botframework-directlinejs';
import XMLHttpRequest from 'xhr2';
import { WebSocket } from 'ws';
import { begin, call } from './calls.ts';
import { createCellar, openEchoHouse, secret, type Cellar, type EchoHouse } from './echo-house.ts';

beforeAll(() => {
  // The client runs in browsers; Node has a WebSocket and no XMLHttpRequest.
  Object.assign(globalThis, { XMLHttpRequest });
});

const opened: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

describe.each([
  ['over WebSocket', true],
  ['by polling', false],
])('the official client %s', (_, webSocket) => {
  test('is greeted, says things, hears the answers in order and once', async () => {
    const house = await open(createCellar());
    const client = connect(house, { webSocket, token: await tokenOf(house) });
    await client.heard('Welcome');
    await client.say('one');
    await client.say('two');
    await client.heard('You said: two');
    expect(client.texts()).toEqual(['Welcome', 'one', 'You said: one', 'two', 'You said: two']);
  });

  test('goes on after a restart of the server: nothing lost, nothing twice', async () => {
    const cellar = createCellar();
    const before = await open(cellar);
    const client = connect(before, { webSocket, token: await tokenOf(before) });
    await client.heard('Welcome');
    await client.say('before');
    await client.heard('You said: before');
    await before.close();
    const after = await openEchoHouse(cellar, { port: before.port });
    opened.push(() => after.close());
    await client.sayUntilTaken('after');
    await client.heard('You said: after');
    expect(client.texts()).toEqual(['Welcome', 'before', 'You said: before', 'after', 'You said: after']);
  });
});

test('a reloaded page hears the whole conversation again, then what is new', async () => {
  const house = await open(createCellar());
  const first = connect(house, { webSocket: true, token: await tokenOf(house) });
  await first.say('one');
  await first.heard('You said: one');
  const { token, conversationId } = first.line as unknown as { token: string; conversationId: string };
  first.line.end();
  const second = connect(house, { webSocket: true, token, conversationId });
  await second.heard('You said: one');
  await second.say('two');
  await second.heard('You said: two');
  expect(second.texts()).toEqual(['Welcome', 'one', 'You said: one', 'two', 'You said: two']);
});

test('a token that expired meanwhile is told to the client as an expired token', async () => {
  let now = new Date();
  const house = await openEchoHouse(createCellar(), { clock: () => now });
  opened.push(() => house.close());
  const client = connect(house, { webSocket: false, token: await tokenOf(house) });
  await client.heard('Welcome');
  now = new Date(now.getTime() + 3_600_000);
  await expect.poll(() => client.line.connectionStatus$.getValue()).toBe(ConnectionStatus.ExpiredToken);
});

describe('the stream', () => {
  test('takes up where the watermark stands, also under the other path', async () => {
    const house = await open(createCellar());
    const { token, at } = await begin(`${house.url}/v3/directline`, secret);
    await call(`${at}/activities`, 'POST', { bearer: token, body: { type: 'message', text: 'one' } });
    const { streamUrl } = (await call(`${at}?watermark=3`, 'GET', { bearer: token })).body;
    const sets = await firstSet(streamUrl.replace('/v3/directline', '/directline/v3'));
    expect(sets.activities.map(({ text }) => text)).toEqual(['You said: one']);
    expect(sets.watermark).toBe('4');
  });

  test('shows a turn as it is read of it afterwards, byte for byte, and takes no token for talking', async () => {
    const house = await open(createCellar());
    const { token, at } = await begin(`${house.url}/v3/directline`, secret);
    const { streamUrl } = (await call(at, 'GET', { bearer: token })).body;
    const shown: string[] = [];
    const socket = new WebSocket(streamUrl);
    opened.push(() => {
      socket.terminate();
    });
    socket.on('message', (data: Buffer) => {
      const { activities } = JSON.parse(data.toString('utf8')) as { activities: unknown[] };
      shown.push(...activities.map((activity) => JSON.stringify(activity)));
    });
    await expect.poll(() => shown.length).toBe(2);
    for (const text of ['one', 'two'])
      await call(`${at}/activities`, 'POST', { bearer: token, body: { type: 'message', text } });
    await expect.poll(() => shown.length).toBe(6);
    const read = (await call(`${at}/activities`, 'GET', { bearer: token })).body.activities;
    expect(shown).toEqual(read.map((activity) => JSON.stringify(activity)));
    const other = new URL(streamUrl);
    other.searchParams.set('t', token);
    expect(await refusedWith(other.href)).toBe(403);
  });

  test.each([
    [
      'without a ticket',
      (url: URL) => {
        url.searchParams.delete('t');
      },
      403,
    ],
    [
      'with the ticket of another stream',
      (url: URL) => void (url.pathname = url.pathname.replace(/[^/]+(?=\/stream)/, 'other')),
      403,
    ],
    [
      'with a watermark that is none',
      (url: URL) => {
        url.searchParams.set('watermark', 'x');
      },
      400,
    ],
    ['at an address that is none', (url: URL) => void (url.pathname = '/elsewhere'), 404],
  ])('is refused %s', async (_, spoil, status) => {
    const house = await open(createCellar());
    const { token, at } = await begin(`${house.url}/v3/directline`, secret);
    const url = new URL((await call(at, 'GET', { bearer: token })).body.streamUrl);
    spoil(url);
    expect(await refusedWith(url.href)).toBe(status);
  });

  test('a sixth reader of one conversation replaces the first', async () => {
    const house = await open(createCellar());
    const { token, at } = await begin(`${house.url}/v3/directline`, secret);
    const { streamUrl } = (await call(at, 'GET', { bearer: token })).body;
    const sockets: WebSocket[] = [];
    for (let reader = 0; reader < 6; reader += 1) {
      const socket = new WebSocket(streamUrl);
      sockets.push(socket);
      await new Promise((resolve) => socket.once('message', resolve));
    }
    await expect
      .poll(() => sockets.map(({ readyState }) => readyState === WebSocket.OPEN))
      .toEqual([false, true, true, true, true, true]);
    expect(house.door.openStreams()).toBe(5);
  });

  test('shows at once what a colleague said, under the name of the desk, and again after a reload', async () => {
    const cellar = createCellar();
    const house = await open(cellar);
    const client = connect(house, { webSocket: true, token: await tokenOf(house) });
    await client.heard('Welcome');
    const [conversation = '', kept = []] = [...cellar.kept][0] ?? [];
    const greeting = kept[1]!;
    // As a colleague's words are kept: no turn, so no reason.
    kept.push({
      ...greeting,
      activity: 'from-staff',
      trace: null,
      reply: { ...greeting.reply!, text: 'A person here.' },
    });
    cellar.wrote.emit(conversation, kept.length);
    await client.heard('A person here.');
    expect(client.from('A person here.')).toMatchObject({ id: 'desk', name: 'The desk', role: 'bot' });
    expect(client.from('Welcome')).toMatchObject({ id: 'guichet' });
    const { token, conversationId } = client.line as unknown as { token: string; conversationId: string };
    client.line.end();
    const reloaded = connect(house, { webSocket: true, token, conversationId });
    await reloaded.heard('A person here.');
    expect(reloaded.from('A person here.')).toMatchObject({ id: 'desk' });
  });
});

test('500 conversations at once: each hears its own answers, in order', async () => {
  const house = await open(createCellar());
  const root = `${house.url}/v3/directline`;
  const talks = await Promise.all(
    Array.from({ length: 500 }, async (_, number) => {
      const { token, at } = await begin(root, secret, `student-${String(number)}`);
      for (const text of ['a', 'b'])
        await call(`${at}/activities`, 'POST', {
          bearer: token,
          body: { type: 'message', text: `${text}${String(number)}` },
        });
      return (await call(`${at}/activities`, 'GET', { bearer: token })).body.activities.map(({ text }) => text);
    }),
  );
  talks.forEach((texts, number) => {
    const n = String(number);
    expect(texts.slice(1)).toEqual(['Welcome', `a${n}`, `You said: a${n}`, `b${n}`, `You said: b${n}`]);
  });
});

async function open(cellar: Cellar): Promise<EchoHouse> {
  const house = await openEchoHouse(cellar);
  opened.push(() => house.close());
  return house;
}

async function tokenOf(house: EchoHouse): Promise<string> {
  return (
    await call(`${house.url}/v3/directline/tokens/generate`, 'POST', { bearer: secret, body: { user: { id: 'ann' } } })
  ).body.token;
}

function connect(house: EchoHouse, options: { webSocket: boolean; token: string; conversationId?: string }) {
  const line = new DirectLine({
    domain: `${house.url}/v3/directline`,
    pollingInterval: 200,
    // Longer than a busy machine takes: what it gives up and was kept all the same would be said twice.
    timeout: 20_000,
    ...options,
  });
  const seen: Activity[] = [];
  // Ending a line is an error to whoever listens to it.
  const subscription = line.activity$.subscribe({ next: (activity) => seen.push(activity), error: () => undefined });
  opened.push(() => {
    subscription.unsubscribe();
    line.end();
  });
  const texts = (): (string | undefined)[] =>
    seen.filter((activity): activity is Message => activity.type === 'message').map(({ text }) => text);
  const post = async (text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      line.postActivity({ type: 'message', text, from: { id: 'ann' } }).subscribe(resolve, reject);
    });
  return {
    line,
    texts,
    from: (text: string) => seen.find((activity) => activity.type === 'message' && activity.text === text)?.from,
    say: post,
    /** The client answers "retry" while it has no line; a person presses "send again". */
    async sayUntilTaken(text: string) {
      await expect.poll(() => post(text).catch(() => 'retry'), { timeout: 60_000, interval: 200 }).toContain('|');
    },
    async heard(text: string) {
      await expect.poll(texts, { timeout: 60_000 }).toContain(text);
    },
  };
}

async function firstSet(url: string): Promise<{ activities: { text?: string }[]; watermark: string }> {
  const socket = new WebSocket(url);
  opened.push(() => {
    socket.terminate();
  });
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once('message', (data: Buffer) => {
      resolve(JSON.parse(data.toString('utf8')) as { activities: { text?: string }[]; watermark: string });
    });
  });
}

async function refusedWith(url: string): Promise<number | undefined> {
  const socket = new WebSocket(url);
  return new Promise((resolve) => {
    socket.once('error', () => undefined);
    socket.once('unexpected-response', (_request, response) => {
      resolve(response.statusCode);
      socket.terminate();
    });
  });
}
