import { randomUUID } from 'node:crypto';
import { ActivityTypes, TurnContext, type Activity } from 'botbuilder';
import { z } from 'zod';
import { AppError } from '../../core/errors.ts';
import type { Day } from '../../core/day.ts';
import type { Incoming } from '../../conversation/reply.ts';

/**
 * The body as an activity: the fields that the SDK and this door build on are what they should be.
 * @throws AppError input/invalid with the path; activity/unknown-type for a type that the protocol does not have
 */
export function readActivity(body: Readonly<Record<string, unknown>>): Activity {
  const parsed = PostedActivity.safeParse(body);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const path = issue?.path.join('.') ?? '';
    throw new AppError('input/invalid', `"${path}" is not what an activity has there.`, { path });
  }
  if (!knownTypes.has(parsed.data.type)) {
    throw new AppError('activity/unknown-type', 'The Bot Framework protocol has no activity of this type.');
  }
  // What the protocol has beyond these fields is passed through as it came, as the SDK itself does.
  return parsed.data as unknown as Activity;
}

/** What the desk is to answer, or null for an activity that asks for no answer (typing, a reaction, somebody leaving). */
export function incomingOf(activity: Activity, on: Day): Incoming | null {
  const about = {
    // The channel's name stands before its id: ids are unique in a channel only.
    conversation: `${activity.channelId}/${activity.conversation.id}`,
    id: activity.id ?? randomUUID(),
    locale: activity.locale,
    channel: activity.channelId,
    on,
  };
  if (opensConversation(activity)) return { ...about, text: '', kind: 'join' };
  if (activity.type !== 'message') return null;
  const value: unknown = activity.value;
  return { ...about, text: textOf(activity), value: isRecord(value) ? value : undefined };
}

/** Somebody other than the bot came in. */
function opensConversation(activity: Activity): boolean {
  if (activity.type !== 'conversationUpdate') return false;
  return (activity.membersAdded ?? []).some(({ id }) => id !== activity.recipient.id);
}

/** In a Teams channel a message begins with the bot's own name, which is no part of the question. */
function textOf(activity: Activity): string {
  const hasMentions = (activity.entities ?? []).some(({ type }) => type === 'mention');
  return hasMentions ? TurnContext.removeRecipientMention(activity) : activity.text;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const knownTypes: ReadonlySet<string> = new Set(Object.values(ActivityTypes));

const Name = z
  .string()
  .min(1)
  .max(500)
  .refine((name) => name.isWellFormed() && !/\p{Cc}/u.test(name));
const Account = z.looseObject({ id: Name });
const Instant = z
  .string()
  .transform((text) => new Date(text))
  .refine((date) => !Number.isNaN(date.getTime()))
  .optional();
const PostedActivity = z.looseObject({
  type: z.string().min(1).max(100),
  id: Name.optional(),
  channelId: Name.default('bot-service'),
  conversation: Account,
  from: Account.default({ id: 'user' }),
  recipient: Account.default({ id: 'guichet' }),
  serviceUrl: z.url({ protocol: /^https?$/ }).optional(),
  text: z
    .string()
    .nullish()
    .transform((text) => text ?? ''),
  locale: z
    .string()
    .nullish()
    .transform((locale) => locale ?? undefined),
  membersAdded: z.array(Account).optional(),
  entities: z.array(z.looseObject({ type: z.string() })).optional(),
  timestamp: Instant,
  localTimestamp: Instant,
  expiration: Instant,
});
