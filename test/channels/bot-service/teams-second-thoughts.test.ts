import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Turn } from '../../../src/conversation/turn.ts';
import { openStorage } from '../../../src/storage/open-storage.ts';
import { countingTurn, trace } from '../../desk/real-desk.ts';
import { openLoopbackChannel, type LoopbackChannel } from './loopback-channel.ts';
import { openBot, type Bot } from './open-bot.ts';
import { openTeams } from './teams-client.ts';

/** What a person does to a message that stands there: edits and deletes it, reacts to the reply, judges it. */

let channel: LoopbackChannel;
let bot: Bot;
let folder: string;
let database: string;
let place = 0;

const turn: Turn = async (heard, state) => {
  const counted = await countingTurn(heard, state);
  const [said] = counted.replies;
  const feedback = heard.text === 'rate me';
  return { ...counted, trace: { ...trace, intent: heard.text }, replies: [{ ...said!, feedback }] };
};

beforeAll(async () => {
  channel = await openLoopbackChannel();
});
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-teams-'));
  database = join(folder, 'guichet.db');
  bot = await openBot({}, turn, await openStorage({ kind: 'sqlite', path: database, durability: 'NORMAL' }));
});
afterEach(async () => {
  bot.close();
  await bot.storage.close();
  rmSync(folder, { recursive: true });
});
afterAll(async () => {
  await channel.close();
});

function teams() {
  return openTeams(bot, channel, 'personal', String(++place));
}

const texts = (of: ReturnType<typeof teams>) => of.shown().map(({ text }) => text);
const verdicts = (of: ReturnType<typeof teams>) => {
  const read = new DatabaseSync(database, { readOnly: true });
  const kept = read.prepare('select about, helpful, comment from feedback where conversation = ?');
  const rows = kept
    .all(`msteams/${of.conversation}`)
    .map((row) => [row['about'], row['helpful'] === 1, row['comment']]);
  read.close();
  return rows;
};

test('an edited message is answered anew and says so; the same edit again is not', async () => {
  const student = teams();
  const { id } = await student.say('hello');
  const edit = { type: 'messageUpdate', id, text: 'good evening', channelData: { eventType: 'editMessage' } };
  await student.post(edit);
  await student.post(edit);
  expect(texts(student)).toEqual([
    '1: hello',
    'You changed your message; this answers what it says now.\n\n2: good evening',
  ]);
  await student.post({ ...edit, channelData: { eventType: 'undeleteMessage' } });
  expect(student.shown()).toHaveLength(2);
});

test('a deleted message loses its text in the journal, in every wording it had', async () => {
  const student = teams();
  const { id } = await student.say('hello');
  await student.say('another');
  await student.post({ type: 'messageUpdate', id, text: 'good evening' });
  expect(
    (await student.post({ type: 'messageDelete', id, channelData: { eventType: 'softDeleteMessage' } })).status,
  ).toBe(200);
  const kept = await bot.storage.journal.read(`msteams/${student.conversation}`, 0, 10);
  expect(kept.filter(({ direction }) => direction === 'in').map(({ text }) => text)).toEqual(['', 'another', '']);
  expect((await student.post({ type: 'messageDelete', id: 'unknown' })).status).toBe(200);
});

test('a reaction to a reply is a verdict on it; taken off, it is none', async () => {
  const student = teams();
  await student.say('first');
  await student.say('second');
  const on = (more: object) => student.post({ type: 'messageReaction', replyToId: 'm1', text: undefined, ...more });
  await on({ reactionsAdded: [{ type: 'like' }] });
  await on({ reactionsAdded: [{ type: 'heart' }] });
  expect(verdicts(student)).toEqual([['first', true, null]]);
  await on({ reactionsRemoved: [{ type: 'like' }], reactionsAdded: [{ type: 'sad' }] });
  expect(verdicts(student)).toEqual([['first', false, null]]);
  await on({ reactionsRemoved: [{ type: 'sad' }] });
  await on({ reactionsAdded: [{ type: 'laugh' }] });
  expect(verdicts(student)).toEqual([]);
  expect(student.shown()).toHaveLength(2);
});

test('a reaction to a message that is none of ours changes nothing', async () => {
  const student = teams();
  await student.say('first');
  await student.post({ type: 'messageReaction', replyToId: 'm77', reactionsAdded: [{ type: 'like' }] });
  expect(verdicts(student)).toEqual([]);
});

test('the thumbs under a reply are a verdict with a comment, which is redacted', async () => {
  const student = teams();
  await student.say('rate me');
  expect(student.last()?.channelData).toEqual({ feedbackLoopEnabled: true });
  const feedback = JSON.stringify({ feedbackText: 'Too long, write to anna@mail.test' });
  const value = { actionName: 'feedback', actionValue: { reaction: 'dislike', feedback } };
  const { status, body } = await student.post({ type: 'invoke', name: 'message/submitAction', replyToId: 'm1', value });
  expect({ status, body }).toEqual({ status: 200, body: {} });
  expect(verdicts(student)).toEqual([['rate me', false, 'Too long, write to [e-mail]']]);
});
