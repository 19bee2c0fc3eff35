import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerBotService } from '../../../src/channels/bot-service/register.ts';
import { createDesk } from '../../../src/desk/create-desk.ts';
import { createServer } from '../../../src/http/create-server.ts';
import { openStorage } from '../../../src/storage/open-storage.ts';
import { noon, recordingLog } from '../../desk/real-desk.ts';
import { openLoopbackChannel, type LoopbackChannel, type Sent } from '../bot-service/loopback-channel.ts';
import { buttonsOf, openTeams, type Scope } from '../bot-service/teams-client.ts';
import { prepared } from '../../own-desk.ts';

let channel: LoopbackChannel;
let url: string;
let close: () => void;

beforeAll(async () => {
  channel = await openLoopbackChannel();
  const storage = await openStorage({ kind: 'sqlite', path: ':memory:', durability: 'NORMAL' });
  const [log, clock] = [recordingLog(), () => noon];
  const desk = createDesk({ ...prepared, conversations: storage.conversations, clock, log });
  const server = createServer(log);
  const say: Parameters<typeof registerBotService>[1]['say'] = (...phrase) => prepared.speaker.say(...phrase);
  const config = { appId: null, settings: {}, publicUrl: null, trustProxy: false };
  registerBotService(server, { ...storage, ...prepared, desk, say, clock, log, config });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  url = `http://127.0.0.1:${server.address().port}/api/messages`;
  close = () => void server.close();
});
afterAll(async () => {
  close();
  await channel.close();
});

type Step = readonly ['says' | 'presses', string];

/** The channel's own record of a conversation: what went in, and every call that came back. Written to `var/` to be read. */
async function record(scope: Scope, steps: readonly Step[]): Promise<{ log: string; shown: readonly Sent[] }> {
  const student = openTeams({ url }, channel, scope, 'eligibility');
  const lines = [`# Eligibility in Teams: ${scope}`, ''];
  const note = (from: number) => {
    for (const { method, path, activity } of channel.calls.slice(from)) {
      lines.push(`**bot → channel** \`${method} ${path}\``, '', ...describe(activity).map((line) => `> ${line}`), '');
    }
  };
  const before = channel.calls.length;
  await student.post({ type: 'installationUpdate', action: 'add', text: undefined });
  lines.push('**channel → bot** `installationUpdate add`', '');
  note(before);
  for (const [does, text] of steps) {
    const from = channel.calls.length;
    const speak = scope === 'personal' ? student.say : student.mention;
    const done = does === 'says' ? await speak(text) : ((await student.press(text)) ?? (await student.say(text)));
    expect(done.status).toBe(200);
    lines.push(`**student ${does}** ${text}`, '');
    note(from);
  }
  return { log: lines.join('\n'), shown: student.shown() };
}

function describe({ text, suggestedActions, attachments = [] }: Sent): readonly string[] {
  const card = attachments.flatMap(({ content }) => [
    '',
    `Adaptive Card ${content.version}`,
    ...content.body.flatMap(elementLines),
  ]);
  const suggested = suggestedActions?.actions.map(({ title }) => `[${title}]`) ?? [];
  const actions = suggested.length === 0 ? [] : ['', `suggested: ${suggested.join(' ')}`];
  return [...(text ?? '').split('\n'), ...card, ...actions];
}

function elementLines(element: Readonly<Record<string, unknown>>): readonly string[] {
  const { type, text, facts, actions, items } = element as {
    readonly type: string;
    readonly items?: readonly Readonly<Record<string, unknown>>[];
    readonly text?: string;
    readonly facts?: readonly { readonly title: string; readonly value: string }[];
    readonly actions?: readonly { readonly title: string }[];
  };
  if (type === 'FactSet') return (facts ?? []).map(({ title, value }) => `| ${title} | ${value} |`);
  if (type === 'ActionSet') return [`buttons: ${(actions ?? []).map(({ title }) => `[${title}]`).join(' ')}`];
  if (type === 'Container') return (items ?? []).flatMap(elementLines);
  return [`- ${(text ?? '').replace(/^- /, '')}`];
}

test.each<readonly [Scope, readonly Step[]]>([
  [
    'personal',
    [
      ['says', 'do i need to register im brazilian staying 10 months, no job'],
      ['presses', 'No'],
      ['says', 'no, I meant Canada'],
    ],
  ],
  [
    'groupChat',
    [
      ['says', 'do i need to register im brazilian staying 10 months, no job'],
      ['presses', 'No'],
    ],
  ],
])('a whole eligibility conversation in a %s, with cards', async (scope, steps) => {
  const { log, shown } = await record(scope, steps);
  mkdirSync('var', { recursive: true });
  writeFileSync(`var/teams-eligibility-${scope}.md`, `${log}\n`);

  expect(shown[0]?.text).toMatch(/^Hello! I am Guichet/);
  const cards = shown.flatMap(({ attachments = [] }) => attachments);
  expect(cards.some(({ content }) => JSON.stringify(content).includes('Papers'))).toBe(true);
  for (const message of shown) expect(Buffer.byteLength(JSON.stringify(message))).toBeLessThan(28 * 1024);
  // Only the newest message has anything left to press, and in a group the greeting, which is everybody's.
  const done = shown.slice(scope === 'personal' ? 0 : 1, -1);
  for (const message of done) expect(buttonsOf(message)).toEqual([]);
  if (scope === 'groupChat') expect(JSON.stringify(shown)).toContain('✔ No');
});
