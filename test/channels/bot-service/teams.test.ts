import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Turn } from '../../../src/conversation/turn.ts';
import { countingTurn, reply } from '../../desk/real-desk.ts';
import { openLoopbackChannel, type LoopbackChannel } from './loopback-channel.ts';
import { openBot, type Bot } from './open-bot.ts';
import { buttonsOf, openTeams, type Scope } from './teams-client.ts';

let channel: LoopbackChannel;
let bot: Bot;
let place = 0;

/** Counts, greets, and asks "which?" with two choices (with four to "many"); everything else as `countingTurn`. */
const turn: Turn = async (heard, state) => {
  const counted = await countingTurn(heard, state);
  if (heard.kind === 'join')
    return { ...counted, replies: [reply('Welcome!', { language: languageOf(heard.locale) })] };
  const labels = heard.text === 'which?' ? ['Yes', 'No'] : heard.text === 'many?' ? ['A', 'B', 'C', 'D'] : [];
  const choices = labels.map((label) => ({ label, value: `value of ${label}` }));
  const [said] = counted.replies;
  return { ...counted, replies: [{ ...said!, choices }] };
};

function languageOf(locale: string | undefined): string {
  return (locale ?? 'en').slice(0, 2);
}

beforeAll(async () => {
  channel = await openLoopbackChannel();
});
beforeEach(async () => {
  bot = await openBot({}, turn);
});
afterEach(async () => {
  bot.close();
  await bot.storage.close();
});
afterAll(async () => {
  await channel.close();
});

function teams(scope: Scope = 'personal') {
  return openTeams(bot, channel, scope, String(++place));
}

const texts = (of: ReturnType<typeof teams>) => of.shown().map(({ text }) => text);
test.each<Scope>(['personal', 'groupChat', 'channel'])(
  'in a %s a message is answered, without the mention',
  async (scope) => {
    const student = teams(scope);
    await student.mention('hello');
    expect(texts(student)).toEqual(['1: hello']);
  },
);

test.each([
  ['the bot twice', '<at>Guichet</at> hello <at>Guichet</at>', ['<at>Guichet</at>'], 'hello'],
  [
    'the bot and somebody else',
    '<at>Guichet</at> and <at>Anna S</at> ask',
    ['<at>Guichet</at>', '<at>Anna S</at>'],
    'and ask',
  ],
  ['a name with signs', '<at>G (beta)?</at> hello', ['<at>G (beta)?</at>'], 'hello'],
])('names are no part of the question: %s', async (_, text, mentions, said) => {
  const student = teams('channel');
  const entities = mentions.map((mention) => ({ type: 'mention', mentioned: { id: '28:guichet' }, text: mention }));
  await student.post({ text, entities });
  expect(texts(student)).toEqual([`1: ${said}`]);
});

test('a mention that is none does no harm', async () => {
  const student = teams('channel');
  expect(
    (await student.post({ text: 'hello', entities: [{ type: 'mention' }, { type: 'mention', text: 3 }] })).status,
  ).toBe(200);
  expect(texts(student)).toEqual(['1: hello']);
});

test('two people in one group have a conversation each', async () => {
  const group = teams('groupChat');
  await group.mention('a', {}, '29:anna');
  await group.mention('b', {}, '29:boris');
  await group.mention('c', {}, '29:anna');
  expect(texts(group)).toEqual(['1: a', '1: b', '2: c']);
});

test('two threads of a channel are two conversations', async () => {
  const channelOf = teams('channel');
  const thread = (id: string) => ({
    conversation: { id: `19:x;messageid=${id}`, conversationType: 'channel', isGroup: true },
  });
  await channelOf.mention('a', thread('1'));
  await channelOf.mention('b', thread('2'));
  expect(channel.shown('19:x;messageid=1')).toMatchObject([{ text: '1: a' }]);
  expect(channel.shown('19:x;messageid=2')).toMatchObject([{ text: '1: b' }]);
});

test('two or three choices are suggested actions in a chat with one person', async () => {
  const student = teams();
  await student.say('which?');
  expect(student.last()?.suggestedActions).toMatchObject({
    to: ['29:anna'],
    actions: [{ title: 'Yes' }, { title: 'No' }],
  });
  expect(buttonsOf(student.last())).toEqual([]);
});

test.each<readonly [string, Scope, string]>([
  ['more choices than Teams suggests', 'personal', 'many?'],
  ['choices in a group', 'groupChat', 'which?'],
  ['choices in a channel', 'channel', 'which?'],
])('%s are buttons of a card; pressed, it says so and takes the buttons away', async (_, scope, asks) => {
  const student = teams(scope);
  await student.mention(asks);
  const [asked] = student.shown();
  const labels = asks === 'many?' ? ['A', 'B', 'C', 'D'] : ['Yes', 'No'];
  expect(buttonsOf(asked)).toEqual(labels);
  expect(asked?.suggestedActions).toBeUndefined();
  expect(asked?.attachments?.[0]?.content.version).toBe('1.5');

  const pressed = await student.press(labels[1]!);
  expect(pressed?.status).toBe(200);
  const [after, next] = student.shown();
  expect(next?.text).toBe(`2: ${labels[1]}`);
  expect(after?.id).toBe(asked?.id);
  expect(after?.text).toBe(asked?.text);
  expect(buttonsOf(after)).toEqual([]);
  expect(JSON.stringify(after?.attachments)).toContain(`✔ ${labels[1]}`);
  expect(channel.calls.at(-1)?.method).toBe('PUT');
});

test('a choice typed takes the buttons away too; anything else leaves none that nobody asks about any more', async () => {
  const group = teams('groupChat');
  await group.mention('which?');
  await group.mention('No');
  expect(JSON.stringify(group.shown()[0]?.attachments)).toContain('✔ No');
  await group.mention('which?');
  await group.mention('something else');
  expect(group.shown()[2]?.attachments).toBeUndefined();
});

test('a card that cannot be updated costs nothing but its looks', async () => {
  const group = teams('groupChat');
  await group.mention('which?');
  const before = channel.calls.length;
  await group.mention('No');
  expect(channel.calls.slice(before).map(({ method }) => method)).toEqual(['POST', 'PUT']);
  await group.mention('which?');
  channel.trouble({ status: 403, method: 'PUT' });
  expect((await group.mention('Yes')).status).toBe(200);
  expect(texts(group).at(-1)).toBe('4: Yes');
  expect(bot.log.lines).toContainEqual(expect.objectContaining({ code: 'channel/refused' }));
});

test.each<readonly [string, Scope]>([
  ['one person', 'personal'],
  ['a group', 'groupChat'],
  ['a team', 'channel'],
])('installed for %s, the app greets once, in the language of Teams', async (_, scope) => {
  const student = teams(scope);
  const fr = { entities: [{ type: 'clientInfo', locale: 'fr-FR' }], text: undefined };
  const added = { ...fr, type: 'conversationUpdate', membersAdded: [{ id: '28:guichet' }, { id: '29:anna' }] };
  const installed = { ...fr, type: 'installationUpdate', action: 'add' };
  await Promise.all([student.post(installed), student.post(added)]);
  await student.post({ ...added, id: 'again' });
  expect(student.shown()).toHaveLength(1);
  expect(student.last()?.locale).toBe('fr');
  expect(student.last()?.text).toContain('Welcome!');
  const everybody = student.last()?.text?.includes('Tout le monde dans cette conversation peut lire');
  expect(everybody).toBe(scope !== 'personal');
});

test.each([
  ['somebody joins a team', 'channel', { type: 'conversationUpdate', membersAdded: [{ id: '29:boris' }] }],
  ['a channel is renamed', 'channel', { type: 'conversationUpdate', channelData: { eventType: 'channelRenamed' } }],
  ['the app is taken away', 'personal', { type: 'installationUpdate', action: 'remove' }],
  ['the app is brought up to date', 'personal', { type: 'installationUpdate', action: 'add-upgrade' }],
  ['somebody types', 'personal', { type: 'typing' }],
  ['a read receipt', 'personal', { type: 'event', name: 'application/vnd.microsoft.readReceipt' }],
] as const)('nothing is said when %s', async (_, scope, activity) => {
  const student = teams(scope);
  expect((await student.post(activity)).status).toBe(200);
  expect(student.shown()).toEqual([]);
});

test('a button whose press is no message is answered, and the card comes back with the choice', async () => {
  const group = teams('groupChat');
  const { id } = await group.mention('which?');
  const action = { type: 'Action.Execute', data: { guichet: { choice: 'Yes', to: id } } };
  const { status, body } = await group.post({ type: 'invoke', name: 'adaptiveCard/action', value: { action } });
  expect(status).toBe(200);
  expect(body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
  expect(JSON.stringify(body)).toContain('✔ Yes');
  expect(texts(group).at(-1)).toBe('2: Yes');
});

test('a button that carries no choice of ours is an error of the protocol', async () => {
  const { status, body } = await teams().post({ type: 'invoke', name: 'adaptiveCard/action', value: { action: {} } });
  expect({ status, body }).toMatchObject({
    status: 200,
    body: { statusCode: 400, type: 'application/vnd.microsoft.error' },
  });
});

test.each(['signin/verifyState', 'composeExtension/query', 'task/fetch', undefined])(
  'the invoke %s, which nobody here carries out, is not implemented',
  async (name) => {
    expect((await teams().post({ type: 'invoke', name })).status).toBe(501);
  },
);

test.each([
  ['a picture', 'image/png'],
  ['a document', 'application/vnd.microsoft.teams.file.download.info'],
])('%s is not read, and that is said', async (_, contentType) => {
  const student = teams();
  await student.say('hello', { attachments: [{ contentType, content: {} }] });
  expect(texts(student)).toEqual([expect.stringMatching(/^I cannot open files[^]*\n\n1: hello$/)]);
});

test('the text that Teams sends a second time as HTML is no file', async () => {
  const student = teams();
  await student.say('hello', { attachments: [{ contentType: 'text/html', content: '<p>hello</p>' }] });
  expect(texts(student)).toEqual(['1: hello']);
});

test.each([
  [{ type: 'message', text: 'x', reactionsAdded: 'like' }, 'reactionsAdded'],
  [{ type: 'message', text: 'x', conversation: { id: '' } }, 'conversation.id'],
  [{ type: 'message', text: 'x', entities: 'mention' }, 'entities'],
  [{ type: 'message', text: 'x', serviceUrl: 'file:///etc/passwd' }, 'serviceUrl'],
])('a field that is not what Teams sends is refused with its name: %j', async (activity, path) => {
  const { status, body } = await teams().post(activity);
  expect(status).toBe(400);
  expect(JSON.stringify(body)).toContain(`\\"${path}\\"`);
});
