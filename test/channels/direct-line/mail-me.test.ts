import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { CodeContent, Delivery } from '../../../src/ports/outbox.ts';
import { openStorage } from '../../../src/storage/open-storage.ts';
import { begin, call } from './calls.ts';
import { createCellar, openEchoHouse, secret } from './echo-house.ts';

const put: Delivery[] = [];
const cellar = createCellar();
const storage = await openStorage({ kind: 'sqlite', path: ':memory:', durability: 'NORMAL' });
const time = { now: new Date() };
const house = await openEchoHouse(cellar, {
  clock: () => time.now,
  postBox: {
    codes: storage.mailCodes,
    outbox: {
      put(delivery) {
        put.push(delivery);
        return Promise.resolve();
      },
    },
  },
});
afterAll(async () => {
  await house.close();
  await storage.close();
});

const root = `${house.url}/v3/directline`;
let talk: Awaited<ReturnType<typeof begin>>;
beforeEach(async () => {
  put.length = 0;
  // A day later all limits are fresh.
  time.now = new Date(time.now.getTime() + 25 * 3_600_000);
  talk = await begin(root, secret);
});

async function ask(text: string): Promise<void> {
  await call(`${talk.at}/activities`, 'POST', { bearer: talk.token, body: { type: 'message', text } });
}

const mail = async (body: unknown, bearer = talk.token) => call(`${house.url}/mail-me`, 'POST', { bearer, body });
const ann = (name: string) => ({ address: `${name}@school.example`, language: 'fr' });

const codeIn = (delivery: Delivery | undefined): string => (delivery?.content as CodeContent).code;

/** Both steps: the letter that went out. */
async function mailed(name: string): Promise<Delivery | undefined> {
  expect((await mail(ann(name))).status).toBe(202);
  expect((await mail({ ...ann(name), code: codeIn(put.at(-1)) })).status).toBe(202);
  return put.at(-1);
}

describe('a conversation is mailed to who asks for it', () => {
  test('first a code, that says nothing of the conversation', async () => {
    await ask('what I typed');
    expect((await mail(ann('one'))).status).toBe(202);
    expect(put.map(({ channel, content }) => ({ channel, content }))).toEqual([
      {
        channel: 'email',
        content: {
          kind: 'code',
          to: 'one@school.example',
          language: 'fr',
          code: expect.stringMatching(/^\d{6}$/) as string,
        },
      },
    ]);
  });

  test('then its answers, in order, without what was typed; one mail until something new is said', async () => {
    await ask('what I typed');
    await ask('more');
    const first = await mailed('one');
    const second = await mailed('one');
    expect(first).toMatchObject({
      channel: 'email',
      conversation: talk.at.split('/').at(-1),
      content: { kind: 'letter', language: 'fr', where: { to: 'one@school.example' } },
    });
    const { sections } = first!.content as { sections: { heading: string | null; text: string }[] };
    expect(sections.map(({ heading, text }) => [heading, text])).toEqual([
      [null, 'Welcome'],
      [null, 'You said: what I typed'],
      [null, 'You said: more'],
    ]);
    expect(second?.id).toBe(first?.id);
    await ask('something new');
    expect((await mailed('one'))?.id).not.toBe(first?.id);
  });

  test('the address stands in no journal entry and no log line', async () => {
    await ask('hello');
    await mail(ann('hidden'));
    await mail({ address: 'hidden.but.wrong', language: 'fr' });
    expect(JSON.stringify([[...cellar.kept], house.warnings])).not.toContain('hidden');
  });
});

describe('it is refused', () => {
  test.each([
    ['no address', {}, 400],
    ['two addresses', { address: 'a@b.example, c@d.example', language: 'en' }, 400],
    ['a line break', { address: 'a@b.example\nBcc: c@d.example', language: 'en' }, 400],
    ['an address too long', { address: `${'a'.repeat(300)}@b.example`, language: 'en' }, 400],
    ['a language that the desk does not write', { address: 'a@b.example', language: 'xx' }, 400],
    ['a code that is none', { ...ann('x'), code: '12345' }, 400],
    ['a code in letters', { ...ann('x'), code: 'abcdef' }, 400],
    ['a number for a code', { ...ann('x'), code: 123456 }, 400],
    ['more than an address', { address: 'a@b.example', language: 'en', text: 'buy' }, 400],
  ])('with %s', async (_, body, status) => {
    await ask('hello');
    expect((await mail(body)).status).toBe(status);
    expect(put).toEqual([]);
  });

  test('without a token, with the secret and with the token of nobody', async () => {
    const refused = await Promise.all([
      call(`${house.url}/mail-me`, 'POST', { body: ann('x') }),
      mail(ann('x'), secret),
      mail(ann('x'), 'guess'),
    ]);
    expect(refused.map(({ status }) => status)).toEqual([401, 403, 403]);
    expect(put).toEqual([]);
  });

  test('where the desk sends no mail', async () => {
    const silent = await openEchoHouse(createCellar());
    const { token } = await begin(`${silent.url}/v3/directline`, secret);
    const refused = await call(`${silent.url}/mail-me`, 'POST', { bearer: token, body: ann('x') });
    expect(refused.status).toBe(415);
    await silent.close();
  });
});
