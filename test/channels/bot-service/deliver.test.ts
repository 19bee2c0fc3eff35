import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { noon, reply } from '../../desk/real-desk.ts';
import { openLoopbackChannel, type LoopbackChannel, type Trouble } from './loopback-channel.ts';
import { openBot, type Bot } from './open-bot.ts';
import { openTeams } from './teams-client.ts';

let channel: LoopbackChannel;
let bot: Bot;
let place = 0;

beforeAll(async () => {
  channel = await openLoopbackChannel();
});
beforeEach(async () => {
  bot = await openBot();
});
afterAll(async () => {
  await channel.close();
});

function teams(scope: Parameters<typeof openTeams>[2] = 'personal') {
  return openTeams(bot, channel, scope, String(++place));
}

const outbox = () => bot.storage.outbox.list(['queued', 'sending', 'sent', 'uncertain', 'failed'], 10);

test('an answer is sent at once, as a reply, and noted as sent', async () => {
  const student = teams();
  expect((await student.say('hello')).status).toBe(200);
  expect(student.shown()).toMatchObject([{ text: '1: hello', replyToId: 't1' }]);
  expect(await outbox()).toMatchObject([{ channel: 'bot-service', state: 'sent' }]);
});

test('the same activity twice within a second is answered once', async () => {
  const student = teams();
  const both = await Promise.all([student.say('hello', { id: 'x' }), student.say('hello', { id: 'x' })]);
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  expect(student.shown()).toHaveLength(1);
  expect((await student.say('hello', { id: 'x' })).status).toBe(200);
  expect(student.shown()).toHaveLength(1);
});

test('the same activity to two processes at the same moment is answered once', async () => {
  const other = await openBot({}, undefined, bot.storage);
  const place2 = String(++place);
  const here = openTeams(bot, channel, 'personal', place2);
  const there = openTeams(other, channel, 'personal', place2);
  const both = await Promise.all([here.say('hello', { id: 'x' }), there.say('hello', { id: 'x' })]);
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  expect(here.shown()).toHaveLength(1);
  other.close();
});

test.each<readonly [string, Trouble, number]>([
  ['429 that names the seconds', { status: 429, retryAfter: '30' }, 30],
  ['503 that names a date', { status: 503, retryAfter: new Date(Date.now() + 90_000).toUTCString() }, 90],
  ['429 that names nothing', { status: 429 }, 5],
  ['502', { status: 502 }, 5],
])('a channel that answers %s gets the message later, not before', async (_, trouble, seconds) => {
  const student = teams();
  channel.trouble(trouble);
  expect((await student.say('hello')).status).toBe(200);
  expect(student.shown()).toEqual([]);
  const [waiting] = await outbox();
  expect(waiting).toMatchObject({ state: 'queued', code: 'channel/busy' });
  const wait = (Date.parse(waiting?.due ?? '') - noon.getTime()) / 1000;
  expect(Math.abs(wait - seconds)).toBeLessThanOrEqual(2);

  bot.setClock(new Date(noon.getTime() + (wait - 1) * 1000));
  await bot.pump.run();
  expect(student.shown()).toEqual([]);
  bot.setClock(new Date(noon.getTime() + wait * 1000));
  await bot.pump.run();
  expect(student.shown()).toMatchObject([{ text: '1: hello' }]);
  expect(await outbox()).toMatchObject([{ state: 'sent' }]);
});

test('a retry that is throttled again waits as long as the channel says', async () => {
  const student = teams();
  channel.trouble({ status: 429, retryAfter: '10' }, { status: 429, retryAfter: '200' });
  await student.say('hello');
  bot.setClock(new Date(noon.getTime() + 10_000));
  await bot.pump.run();
  const [waiting] = await outbox();
  expect(waiting).toMatchObject({ state: 'queued', due: new Date(noon.getTime() + 210_000).toISOString() });
});

test.each<readonly [string, Trouble, string, string]>([
  ['that refuses for good', { status: 403 }, 'failed', 'channel/refused'],
  ['that fails at it', { status: 500 }, 'uncertain', 'channel/send-failed'],
  ['that hangs up', 'hang up', 'uncertain', 'channel/send-failed'],
])('a message to a channel %s is not sent again by itself: a person decides', async (_, trouble, state, code) => {
  const student = teams();
  channel.trouble(trouble);
  expect((await student.say('hello')).status).toBe(200);
  expect(await outbox()).toMatchObject([{ state, code }]);
  bot.setClock(new Date(noon.getTime() + 3_600_000));
  await bot.pump.run();
  expect(student.shown()).toEqual([]);
  const [{ id } = { id: '' }] = await outbox();
  await bot.storage.outbox.decide(id, 'send-again', noon.toISOString());
  await bot.pump.run();
  expect(student.shown()).toMatchObject([{ text: '1: hello' }]);
});

test('a message that the channel took without saying so is uncertain, and not said twice', async () => {
  const student = teams();
  channel.trouble('hang up after taking it');
  await student.say('hello');
  bot.setClock(new Date(noon.getTime() + 3_600_000));
  await bot.pump.run();
  expect(student.shown()).toHaveLength(1);
  expect(await outbox()).toMatchObject([{ state: 'uncertain' }]);
});

test('a channel that cannot be reached gets it later', async () => {
  const gone = await openLoopbackChannel();
  await gone.close();
  const student = openTeams(bot, gone);
  expect((await student.say('hello')).status).toBe(200);
  expect(await outbox()).toMatchObject([{ state: 'queued', code: 'channel/busy' }]);
});

test('a reply of a process that died before sending it is sent by the next one', async () => {
  const student = teams();
  const where = {
    reference: {
      channelId: 'msteams',
      serviceUrl: channel.url,
      conversation: { id: student.conversation, conversationType: 'personal' },
      bot: { id: '28:guichet' },
      user: { id: '29:anna' },
    },
    said: [],
  };
  // What the dead process had put, and not settled.
  await bot.storage.outbox.put({
    id: 'd1',
    conversation: `msteams/${student.conversation}`,
    channel: 'bot-service',
    content: { kind: 'spoken', where, reply: reply('late'), answers: { message: 't1', activity: 't1' } },
    due: new Date(noon.getTime() + 120_000).toISOString(),
  });
  await bot.pump.run();
  expect(student.shown()).toEqual([]);
  bot.setClock(new Date(noon.getTime() + 120_000));
  await bot.pump.run();
  expect(student.shown()).toMatchObject([{ text: 'late', replyToId: 't1' }]);
});

test("a colleague's reply reaches the person by the stored conversation reference, after a restart too", async () => {
  const student = teams();
  await student.say('talk to a person');
  const restarted = await openBot({}, undefined, bot.storage);
  const said = await restarted.speak({
    conversation: `msteams/${student.conversation}`,
    id: 'colleague-1',
    reply: reply('Your papers are complete.'),
  });
  expect(said).toBe('said');
  await restarted.pump.run();
  expect(student.last()).toMatchObject({ text: 'Your papers are complete.' });
  expect(student.last()?.replyToId).toBeUndefined();
  await restarted.speak({ conversation: `msteams/${student.conversation}`, id: 'colleague-1', reply: reply('twice') });
  await restarted.pump.run();
  expect(student.shown()).toHaveLength(2);
  restarted.close();
});

test('an address holds ids, no name', async () => {
  const student = teams();
  await student.say('hello');
  const address = await bot.storage.addresses.of(`msteams/${student.conversation}`);
  expect(address).toMatchObject({ channel: 'bot-service', where: { said: [{ id: 'm1', to: 't1', open: false }] } });
  expect(JSON.stringify(address)).not.toContain('Anna');
});

test('without a registration an address of elsewhere, kept from before, is not written to', async () => {
  const student = teams();
  await student.say('hello');
  const conversation = `msteams/${student.conversation}`;
  const address = await bot.storage.addresses.of(conversation);
  const where = JSON.parse(JSON.stringify(address?.where).replace(channel.url, 'https://192.0.2.1')) as object;
  await bot.storage.addresses.keep(conversation, { channel: 'bot-service', where: { ...where } }, noon.toISOString());
  await bot.speak({ conversation, id: 'colleague-1', reply: reply('Your papers are complete.') });
  await bot.pump.run();
  expect(await outbox()).toContainEqual(expect.objectContaining({ state: 'failed', code: 'channel/refused' }));
  // Not even tried: a try would be in the log.
  expect(bot.log.lines.filter(({ delivery, state }) => delivery !== undefined && state === undefined)).toEqual([]);
});
