import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openMailDesk } from '../channels/email/mail-desk.ts';
import { mail } from '../channels/email/raw-mail.ts';
import { openHouse, secret, type House } from '../channels/same-reply/open-house.ts';
import { call } from '../channels/direct-line/calls.ts';
import { baseline, freezing, leastHoldMs, nearlyPersonal, repeated, usualHoldMs } from './freezing-inputs.ts';

/** Three times what is promised (50 ms beyond a baseline message), for a machine that does much else. */
const mostBeyondBaseline = 150;

let house: House;
let at: { readonly token: string; readonly url: string };
let usual = 0;

beforeAll(async () => {
  house = await openHouse();
  at = await begin();
  for (let time = 0; time < 3; time++) await say(`${baseline} ${String(time)}`);
  usual = await usualHoldMs(() => say(baseline));
});
afterAll(() => {
  house.close();
});

async function begin(): Promise<typeof at> {
  const root = `${house.url}/v3/directline/conversations`;
  const { body } = await call(root, 'POST', { bearer: secret, body: { locale: 'en' } });
  return { token: body.token, url: `${root}/${body.conversationId}/activities` };
}

/** Direct Line's status. */
async function say(text: string): Promise<number> {
  return (await call(at.url, 'POST', { bearer: at.token, body: { type: 'message', text, locale: 'en' } })).status;
}

async function lastSaid(): Promise<string> {
  const { body } = await call(at.url, 'GET', { bearer: at.token });
  return body.activities.at(-1)?.text ?? '';
}

async function post(body: string): Promise<number> {
  const headers = { 'content-type': 'application/json' };
  return (await fetch(`${house.url}/api/messages`, { method: 'POST', headers, body })).status;
}

describe('chat', () => {
  beforeEach(async () => {
    at = await begin();
  });

  test.each([
    ['`0 1 ` to 64 kB', freezing.figures64],
    ['`0 1 ` to 262 kB', freezing.figures262],
    ['lines to 200 kB', repeated('a\n', 130_000)],
    ['dates to 262 kB', repeated('1/2/2027 ', 261_000)],
    ['amounts to 260 kB', repeated('25 € ', 180_000)],
    ['courtesies to 262 kB', repeated('hello please ', 261_000)],
    ['questions to 262 kB', repeated('is 1/2/2027 1/3/2027 ok for me? ', 261_000)],
    ['number words to 262 kB', repeated('seven ', 261_000)],
  ])('%s is answered, and nobody waits', async (_, text) => {
    expect(await say(text)).toBe(200);
    expect(await lastSaid()).toMatch(/^(Your message is long|Votre message est long|A sua mensagem é longa)[^]*\n\n\S/);
    expect(await usualHoldMs(() => say(text))).toBeLessThan(usual + mostBeyondBaseline);
  });

  test('a tower of combining marks is no word, and nobody waits', async () => {
    const tower = repeated('\u0301\u0323\u0327', 120_000);
    expect(await say(tower)).toBe(200);
    expect(await lastSaid()).toContain('could not find any words');
    expect(await usualHoldMs(() => say(tower))).toBeLessThan(usual + mostBeyondBaseline);
  });

  test('what stands between two deserts of blanks is read, and nothing was left out', async () => {
    const desert = repeated(' \n', 60_000);
    await say(`${desert}how much is a gp visit?${desert}`);
    expect(await lastSaid()).toContain('30 €');
  });

  test('words of danger in the middle of 262 kB are heard, and nobody waits', async () => {
    const chatter = repeated('We walked along the river for a while. ', 130_000);
    const text = `${chatter}I want to kill myself. ${chatter}`;
    await say(text);
    expect(await lastSaid()).toContain('3114');
    expect(await usualHoldMs(() => say(text))).toBeLessThan(usual + mostBeyondBaseline);
  });

  test('a value nested 9,000 deep is refused with a code at either door', async () => {
    const body = `{"type":"message","text":"hello","conversation":{"id":"c"},"value":${freezing.nested}}`;
    expect(await post(body)).toBe(400);
    const refused = await call(at.url, 'POST', { bearer: at.token, body });
    expect([refused.status, refused.body.error?.code]).toEqual([400, 'MalformedData']);
  });

  test('a mention named a hundred thousand times is looked for a few times', async () => {
    const entities = Array.from({ length: 20_000 }, () => ({ type: 'mention', text: 'zz' }));
    const activity = { type: 'message', text: repeated('zy ', 200_000), conversation: { id: 'c' }, entities };
    const body = JSON.stringify({ ...activity, deliveryMode: 'expectReplies' });
    expect(await usualHoldMs(() => post(body))).toBeLessThan(usual + mostBeyondBaseline);
  });
});

test('the page without scripts takes 32 kB of figures like a question', async () => {
  const ask = (text: string) =>
    fetch(`${house.url}/ask?lang=en`, { method: 'POST', body: new URLSearchParams({ text }) });
  expect((await ask(freezing.figures32)).status).toBe(200);
  const question = await usualHoldMs(() => ask(baseline));
  expect(await usualHoldMs(() => ask(freezing.figures32))).toBeLessThan(question + mostBeyondBaseline);
});

test('a mail of plain statements holds nobody up longer than a question does', async () => {
  const desk = await openMailDesk();
  const send = (text: string, time: number) =>
    desk.answerMail(mail(text, { id: `${String(time)}.${String(text.length)}@school.example` }));
  for (let time = 10; time < 13; time++) await send(baseline, time);
  const question = await usualHoldMs((time) => send(baseline, time));
  const statements = await usualHoldMs((time) => send(freezing.statements, time));
  await desk.close();
  expect(statements).toBeLessThan(question + mostBeyondBaseline);
});

describe('redaction', () => {
  test.each(Object.entries(nearlyPersonal))('%s', async (_, piece) => {
    const [letIn, short, long] = [repeated(piece, 20_400), repeated(piece, 65_536), repeated(piece, 262_144)];
    house.redact(short);
    expect(await usualHoldMs(() => Promise.resolve(house.redact(letIn)))).toBeLessThan(mostBeyondBaseline);
    const time = await usualHoldMs(() => Promise.resolve(house.redact(short)));
    // Four times the text: in proportion, with room for a collection of garbage. Its square would be sixteen times.
    expect(await leastHoldMs(() => Promise.resolve(house.redact(long)))).toBeLessThan(8 * time + 60);
  });
});
