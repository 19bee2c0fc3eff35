import type { Activity, ActivityTypes } from 'botbuilder';
import { z } from 'zod';
import { AppError } from '../../core/errors.ts';

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

/** The SDK's list; it is loaded when an activity is let in. */
const types: Readonly<Record<`${ActivityTypes}`, true>> = {
  message: true,
  contactRelationUpdate: true,
  conversationUpdate: true,
  typing: true,
  endOfConversation: true,
  event: true,
  invoke: true,
  invokeResponse: true,
  deleteUserData: true,
  messageUpdate: true,
  messageDelete: true,
  installationUpdate: true,
  messageReaction: true,
  suggestion: true,
  trace: true,
  handoff: true,
  command: true,
  commandResult: true,
};
const knownTypes: ReadonlySet<string> = new Set(Object.keys(types));

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
const Reactions = z.array(z.looseObject({ type: z.string().max(200) })).optional();
const PostedActivity = z.looseObject({
  type: z.string().min(1).max(100),
  id: Name.optional(),
  replyToId: Name.nullish().transform((id) => id ?? undefined),
  channelId: Name.default('bot-service'),
  conversation: Account.extend({
    conversationType: z.string().nullish(),
    isGroup: z.boolean().nullish(),
    tenantId: z.string().nullish(),
  }),
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
  name: z.string().max(200).nullish(),
  action: z.string().max(100).nullish(),
  membersAdded: z.array(Account).optional(),
  reactionsAdded: Reactions,
  reactionsRemoved: Reactions,
  attachments: z.array(z.looseObject({ contentType: z.string() })).nullish(),
  entities: z.array(z.looseObject({ type: z.string() })).optional(),
  timestamp: Instant,
  localTimestamp: Instant,
  expiration: Instant,
});
