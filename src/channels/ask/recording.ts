import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { Day } from '../../core/day.ts';
import { AppError } from '../../core/errors.ts';
import type { Incoming } from '../../conversation/reply.ts';
import { momentInFrance } from '../../day-in-france.ts';
import type { Answered } from '../../ports/desk.ts';
import { kindOf } from '../../conversation/without-words.ts';
import { toActivity } from '../render-activity.ts';
import { toText, type Say } from '../render-text.ts';

/** A turn as it was recorded: what came in, and what a person then read, one string a reply. */
export type RecordedTurn = {
  readonly incoming: Incoming;
  readonly read: readonly string[];
  /** What the file holds of the message that came in, kept as it is when the recording is written anew. */
  readonly source: Readonly<Record<string, unknown>>;
};

/** A file of either shape; the same functions show what is said now as the file shows what was said then. */
export type Recording = {
  readonly turns: readonly RecordedTurn[];
  show(answered: Answered): readonly string[];
  /** The file with the replies that were given now, in the order of `turns`. */
  write(answers: readonly Answered[]): string;
};

type Telling = { readonly speaker: { readonly say: Say }; readonly dayOf: (instant: Date) => Day };

/**
 * Two shapes are read:
 * - a `.transcript`, as the Bot Framework tools write it: one JSON array of activities in order. Activities whose
 *   `from.role` is `user` came in, `message` activities of `bot` are the replies to the one before.
 * - the journal: one JSON object a line, an entry each (ports/journal.ts), in order. `direction` says which way it went.
 *
 * The day of a turn is that of its `timestamp` or `at`.
 * @throws AppError input/invalid naming the place
 */
export function readRecording(text: string, telling: Telling): Recording {
  return text.trimStart().startsWith('[') ? transcript(text, telling) : journal(text, telling);
}

function transcript(text: string, { dayOf }: Telling): Recording {
  const activities = parsed(z.array(RecordedActivity), json(text, 'the file'), 'activities');
  const turns: RecordedTurn[] = [];
  for (const activity of activities) {
    if (activity.from.role === 'user') turns.push(turnOf(activity, turns.length, dayOf));
    else if (activity.type === 'message')
      answerLast(turns, activity.conversation.id, (turn) => ({
        ...turn,
        read: [...turn.read, shownActivity(activity)],
      }));
  }
  const show = ({ replies }: Answered) => replies.map((reply) => shownActivity(toActivity(reply)));
  return {
    turns,
    show,
    write: (answers) => {
      const written = turns.flatMap(({ source, incoming }, index) => [
        source,
        ...(answers[index]?.replies ?? []).map((reply, number) => ({
          ...toActivity(reply),
          id: `${incoming.id}/${number + 1}`,
          timestamp: source['timestamp'],
          conversation: source['conversation'],
          from: { id: 'guichet', role: 'bot' },
          replyToId: incoming.id,
        })),
      ]);
      return `${JSON.stringify(written, null, 2)}\n`;
    },
  };
}

/** Conversations may stand mixed in one file: a reply belongs to the last message of its own. */
function answerLast(turns: RecordedTurn[], conversation: string, answered: (turn: RecordedTurn) => RecordedTurn): void {
  const at = turns.findLastIndex(({ incoming }) => incoming.conversation === conversation);
  const last = turns[at];
  if (last !== undefined) turns[at] = answered(last);
}

function turnOf(activity: z.infer<typeof RecordedActivity>, index: number, dayOf: Telling['dayOf']): RecordedTurn {
  const { type, conversation, id, text, locale, channelId, timestamp } = activity;
  const at = timestamp === undefined ? new Date() : new Date(timestamp);
  const incoming: Incoming = {
    conversation: conversation.id,
    id: id ?? `recorded-${index + 1}`,
    text: text ?? '',
    locale,
    channel: channelId ?? 'recording',
    on: dayOf(at),
    moment: momentInFrance(at),
    ...(type === 'conversationUpdate' && { kind: 'join' as const }),
  };
  return { incoming, read: [], source: activity };
}

/** Text, what stands on the cards, and the choices. */
function shownActivity({
  text,
  attachments,
  suggestedActions,
}: Partial<Activity> | z.infer<typeof RecordedActivity>): string {
  const cards = (attachments ?? []).flatMap(({ content }) => wordsOn(content));
  const choices = (suggestedActions?.actions ?? []).map(({ title }) => `· ${title}`);
  return [text ?? '', ...cards, ...choices].filter((line) => line !== '').join('\n');
}

function wordsOn(card: unknown): string[] {
  if (Array.isArray(card)) return card.flatMap(wordsOn);
  if (typeof card !== 'object' || card === null) return [];
  return Object.entries(card).flatMap(([key, value]) =>
    typeof value === 'string' ? (/^(text|title|value)$/.test(key) ? [value] : []) : wordsOn(value),
  );
}

function journal(text: string, { speaker, dayOf }: Telling): Recording {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const entries = lines.map((line, index) =>
    parsed(RecordedEntry, json(line, `line ${index + 1}`), `line ${index + 1}`),
  );
  const turns: RecordedTurn[] = [];
  for (const entry of entries) {
    if (entry.direction === 'in') turns.push(enteredTurn(entry, dayOf));
    else answerLast(turns, entry.conversation, (turn) => withReply(turn, entry, speaker));
  }
  const show = ({ replies }: Answered) => replies.map((reply) => shownReply(reply, speaker));
  return {
    turns,
    show,
    write: (answers) =>
      turns
        .flatMap(({ source, incoming }, index) => [
          source,
          ...(answers[index]?.replies ?? []).map((reply, number) => ({
            ...source,
            activity: `${incoming.id}/${number + 1}`,
            direction: 'out',
            text: reply.text,
            activityJson: null,
            reply,
            trace: answers[index]?.trace ?? null,
          })),
        ])
        .map((entry) => `${JSON.stringify(entry)}\n`)
        .join(''),
  };
}

function enteredTurn(entry: z.infer<typeof RecordedEntry>, dayOf: Telling['dayOf']): RecordedTurn {
  const { conversation, activity, channel, at, text } = entry;
  const instant = new Date(at);
  const incoming = { conversation, id: activity, text, channel, on: dayOf(instant), moment: momentInFrance(instant) };
  return { incoming, read: [], source: entry };
}

function withReply(
  turn: RecordedTurn,
  entry: z.infer<typeof RecordedEntry>,
  speaker: Telling['speaker'],
): RecordedTurn {
  // The journal has no locale: the language that was answered in stands for it.
  const heard = { ...turn.incoming, locale: turn.incoming.locale ?? entry.trace?.language };
  const incoming = { ...heard, kind: turn.incoming.kind ?? kindOf(turn.incoming.text, entry.trace) };
  const read = entry.reply === null ? entry.text : shownReply(entry.reply, speaker);
  return { ...turn, incoming, read: [...turn.read, read] };
}

function shownReply(reply: Answered['replies'][number], speaker: Telling['speaker']): string {
  return [toText(reply, speaker), ...reply.choices.map(({ label }) => `· ${label}`)].join('\n');
}

function json(text: string, where: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new AppError('input/not-json', `${where} of the recording is no JSON.`);
  }
}

function parsed<T>(schema: z.ZodType<T>, value: unknown, where: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new AppError(
    'input/invalid',
    `${[where, ...(issue?.path ?? [])].join('.')}: ${issue?.message ?? 'unreadable'}`,
  );
}

const RecordedActivity = z.looseObject({
  type: z.string(),
  id: z.string().optional(),
  timestamp: z.iso.datetime({ offset: true }).optional(),
  channelId: z.string().optional(),
  locale: z.string().optional(),
  conversation: z.looseObject({ id: z.string() }),
  from: z.looseObject({ role: z.string().optional() }),
  text: z.string().nullish(),
  attachments: z.array(z.looseObject({ content: z.unknown() })).optional(),
  suggestedActions: z.looseObject({ actions: z.array(z.looseObject({ title: z.string() })) }).optional(),
});

const RecordedEntry = z.looseObject({
  conversation: z.string(),
  activity: z.string(),
  direction: z.enum(['in', 'out']),
  channel: z.string(),
  at: z.iso.datetime({ offset: true }),
  text: z.string(),
  // This program is the journal's only writer: its own JSON is trusted.
  reply: z.custom<Answered['replies'][number] | null>((value) => typeof value === 'object'),
  trace: z.custom<Answered['trace'] | null>((value) => typeof value === 'object'),
});
