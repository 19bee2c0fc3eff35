import { writeFileSync } from 'node:fs';
import { forms } from '../../dialogs/index.ts';
import { openMailDesk } from '../../src/assembly/trial-mail-desk.ts';
import { answer, createEndpoints } from '../../src/channels/api/answer.ts';
import { startMailThread } from '../../src/channels/email/mail-thread.ts';
import { toText } from '../../src/channels/render-text.ts';
import type { Trace } from '../../src/conversation/reply.ts';
import { createDesk } from '../../src/desk/create-desk.ts';
import { type Prepared } from '../../src/desk/prepare.ts';
import { readMailFolder } from '../../src/eval/mail-files.ts';
import { createLog } from '../../src/log.ts';
import type { Answered, Desk } from '../../src/ports/desk.ts';
import { openStorage } from '../../src/storage/open-storage.ts';
import { ownChats, recordDay, type Chat } from './chats.ts';
import { walk } from './play-forms.ts';
import { knowledge, prepared } from '../own-desk.ts';

/** A turn as it was had. `trace` is without the knowledge's hash; a letter and an answer of the API have none. */
export type Turn = {
  readonly door: 'chat' | 'form' | 'mail' | 'api';
  readonly name: string;
  readonly language: string | null;
  readonly text: string;
  readonly choices: readonly string[];
  readonly trace: Trace | null;
};

export type Record = {
  readonly chats: readonly Chat[];
  /** How many ways are gone through each form in each language. */
  readonly ways: number;
  readonly mails: readonly string[];
};

/** In one order: the same program and knowledge give the same bytes. */
export async function play({ chats, ways, mails }: Record): Promise<readonly Turn[]> {
  const open = await openDesk(prepared);
  return [
    ...(await chatting(open, chats)),
    ...(await formsWalked(open, ways)),
    ...(await letters(prepared, mails)),
    ...askedByPrograms(prepared),
  ];
}

async function chatting(open: Chatting, chats: readonly Chat[]): Promise<readonly Turn[]> {
  const { prepared } = open;
  const turns: Turn[] = [];
  for (const { name, locale, joins, ...chat } of chats) {
    const say = openChat(open, name, { channel: chat.channel, on: chat.on, locale });
    if (joins) turns.push(turnOf(prepared, 'chat', name, await say('', 'join')));
    for (const text of chat.says) turns.push(turnOf(prepared, 'chat', name, await say(text)));
  }
  return turns;
}

/** Each form in each language, some ways through it. */
async function formsWalked(open: Chatting, ways: number): Promise<readonly Turn[]> {
  const { prepared } = open;
  const { knowledge } = prepared;
  const turns: Turn[] = [];
  for (const locale of knowledge.languages)
    for (const { id: form } of forms)
      for (let way = 0; way < ways; way++) {
        const opening = openingOf(prepared, form, locale);
        const name = `${locale} ${form} ${String(way)}`;
        const say = openChat(open, name, { channel: 'webchat', locale, on: recordDay });
        turns.push(...(await walk(say, opening, way)).map((turn) => turnOf(prepared, 'form', name, turn)));
      }
  return turns;
}

async function letters(prepared: Prepared, mails: readonly string[]): Promise<readonly Turn[]> {
  const thread = startMailThread();
  const settings = {
    thread,
    own: 'desk@example.org',
    mode: 'auto',
    webForms: [],
    on: recordDay,
    clock: () => noon,
    log: createLog('silent', 2),
  } as const;
  const turns: Turn[] = [];
  for (const folder of mails)
    for (const [file, raw] of readMailFolder(folder).letters) {
      const desk = await openMailDesk(prepared, settings);
      const { outcome, letters, handedOver } = await desk.mailIn(raw);
      await desk.close();
      const text = [
        outcome.kind,
        handedOver,
        ...letters.map(({ subject, text }) => `${subject ?? ''}\n${typeof text === 'string' ? text : ''}`),
      ];
      turns.push({ door: 'mail', name: file, language: null, text: text.join('\n'), choices: [], trace: null });
    }
  await thread.end();
  return turns;
}

/** Each question of the API in each language: its example, without one of its fields each, and what is no question. */
function askedByPrograms({ knowledge, speaker }: Prepared): readonly Turn[] {
  return knowledge.languages.flatMap((language) =>
    createEndpoints(knowledge).flatMap((endpoint) =>
      bodiesLike(endpoint.example).map((body): Turn => {
        const asked = { body, language, calendar: false, now: noon, today: recordDay };
        const { status, body: text } = answer(endpoint, asked, speaker);
        return {
          door: 'api',
          name: `${endpoint.name} ${body}`,
          language,
          text: `${status} ${text}`,
          choices: [],
          trace: null,
        };
      }),
    ),
  );
}

function bodiesLike(example: object): readonly string[] {
  const without = Object.keys(example).map((left) =>
    JSON.stringify(Object.fromEntries(Object.entries(example).filter(([key]) => key !== left))),
  );
  return [JSON.stringify(example), ...without, '{"unknown":1}', 'no JSON'];
}

type Opened = { readonly channel: string; readonly locale: string | undefined; readonly on: typeof recordDay };
type Chatting = { readonly prepared: Prepared; readonly desk: Desk };

/** Conversations are kept in memory. */
async function openDesk(prepared: Prepared): Promise<Chatting> {
  const storage = await openStorage({ kind: 'sqlite', path: ':memory:', durability: 'NORMAL' });
  const log = createLog('silent', 2);
  return { prepared, desk: createDesk({ ...prepared, conversations: storage.conversations, clock: () => noon, log }) };
}

function openChat({ desk }: Chatting, conversation: string, about: Opened) {
  let step = 0;
  return (text: string, kind?: 'join'): Promise<Answered> =>
    desk.receive({ ...about, conversation, id: `${conversation} ${String(step++)}`, text, kind });
}

function turnOf({ speaker }: Prepared, door: Turn['door'], name: string, { replies, trace }: Answered): Turn {
  const choices = replies.flatMap(({ choices }) => choices.map(({ label }) => label));
  const text = replies.map((reply) => toText(reply, speaker)).join('\n');
  return { door, name, language: trace.language, text, choices, trace: { ...trace, knowledge: '' } };
}

/** No phrasing starts a hand-over: asking for a person does. */
function openingOf({ knowledge }: Prepared, form: string, language: string): string {
  const ways = knowledge.phrases[language]?.['intents']?.[form] ?? knowledge.person[language]?.whole;
  const first: unknown = Array.isArray(ways) ? ways[0] : null;
  if (typeof first !== 'string') throw new RangeError(`Nothing opens ${form} in ${language}.`);
  return first;
}

const noon = new Date(`${recordDay}T11:00:00Z`);

if (import.meta.main) {
  const chats = ownChats(knowledge);
  const turns = await play({ chats, ways: 4, mails: ['test/mails', 'test/mails/kinds'] });
  const lines = turns.map((turn) => JSON.stringify(turn)).join('\n');
  writeFileSync(process.argv[2] ?? '/dev/stdout', `${lines}\n`);
}
