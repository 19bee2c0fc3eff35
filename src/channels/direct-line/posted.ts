import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '../../core/errors.ts';

/** What a client posted: something said, or a sign of life that asks for no answer. */
export type Posted =
  | {
      readonly kind: 'said';
      readonly id: string;
      readonly text: string;
      /** As the client calls its user. */
      readonly from: string | undefined;
      readonly locale: string | undefined;
    }
  /** The page around the conversation was turned to another language. */
  | { readonly kind: 'turned'; readonly id: string; readonly language: string }
  | { readonly kind: 'noticed'; readonly type: string };

/**
 * @throws AppError activity/unknown-type, input/invalid, input/not-supported (a file: nothing here reads files)
 */
export function readPosted(body: Readonly<Record<string, unknown>>): Posted {
  const parsed = PostedActivity.safeParse(body);
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path.join('.') ?? '';
    throw new AppError('input/invalid', `"${path}" is not what a Direct Line activity has there.`, { path });
  }
  const activity = parsed.data;
  const id = activity.channelData?.clientActivityID ?? activity.id ?? randomUUID();
  if (!storable(id)) {
    throw new AppError('input/invalid', 'An id holds a character that is none.', { path: 'id' });
  }
  const turned = Turned.safeParse(activity).data;
  if (turned !== undefined) return { kind: 'turned', id, language: turned.value };
  if (noticed.includes(activity.type)) return { kind: 'noticed', type: activity.type };
  if (activity.type !== 'message') {
    throw new AppError('activity/unknown-type', 'Accepted activity types are message, typing and event.');
  }
  if ((activity.attachments ?? []).length > 0) throw filesRefused();
  return {
    kind: 'said',
    id,
    text: activity.text ?? '',
    from: activity.from?.id,
    locale: activity.locale,
  };
}

export function filesRefused(): AppError {
  return new AppError(
    'input/not-supported',
    'Files cannot be read here. Write what the paper says, or ask for a person.',
  );
}

/** Not every database keeps the character zero or half a character, and an id cannot be mended: it is asked for again. */
function storable(id: string): boolean {
  return !id.includes('\0') && id.isWellFormed();
}

const noticed = ['typing', 'event', 'conversationUpdate', 'endOfConversation', 'messageReaction', 'trace'];

/** As the page tells it: `{"type":"event","name":"guichet/language","value":"fr"}`. */
const Turned = z.looseObject({
  type: z.literal('event'),
  name: z.literal('guichet/language'),
  value: z.string().regex(/^[a-z]{2,3}$/),
});
const ClientId = z.string().min(1).max(100);
const PostedActivity = z.looseObject({
  type: z.string().max(50),
  id: ClientId.optional().catch(undefined),
  text: z.string().nullish(),
  from: z
    .looseObject({ id: z.string().min(1).max(200) })
    .optional()
    .catch(undefined),
  // A prior only: what is no language tag is left out.
  locale: z
    .string()
    .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}$/)
    .optional()
    .catch(undefined),
  attachments: z.array(z.unknown()).optional(),
  channelData: z
    .looseObject({ clientActivityID: ClientId.optional().catch(undefined) })
    .optional()
    .catch(undefined),
});
