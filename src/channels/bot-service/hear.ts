import { createHash, randomUUID } from 'node:crypto';
import type { Activity } from 'botbuilder';
import type { Incoming } from '../../conversation/reply.ts';
import type { Day } from '../../core/day.ts';
import type { Shown } from '../../ports/desk.ts';
import { editedMark } from '../../ports/second-thoughts.ts';
import { localeOf, textOf } from './words-of.ts';

/** What has to be said beside the answer: phrases of `teams.yaml`. */
export type Note = 'edited' | 'files' | 'group';

/** What an activity means to the desk. */
export type Heard =
  | {
      readonly kind: 'said';
      readonly incoming: Incoming;
      readonly shown: Shown | undefined;
      readonly notes: readonly Note[];
    }
  | {
      readonly kind: 'reacted';
      readonly conversation: string;
      /** Our message, as the channel calls it. */
      readonly message: string;
      readonly added: readonly string[];
      readonly removed: readonly string[];
    }
  | { readonly kind: 'deleted'; readonly conversation: string; readonly message: string }
  | { readonly kind: 'nothing' };

export function hear(activity: Activity, on: Day): Heard {
  switch (activity.type) {
    case 'message':
      return said(activity, on, textOf(activity));
    case 'messageUpdate':
      return edited(activity, on);
    case 'messageDelete':
      return activity.id === undefined
        ? nothing
        : { kind: 'deleted', conversation: conversationOf(activity), message: activity.id };
    case 'messageReaction':
      return reacted(activity);
    case 'conversationUpdate':
    case 'installationUpdate':
      return opens(activity) ? opened(activity, on) : nothing;
    default:
      return nothing;
  }
}

/** A choice made by a button whose press is no message (`Action.Execute`). */
export function chose(activity: Activity, on: Day, choice: string): Heard {
  return said({ ...activity, attachments: [] }, on, choice);
}

/**
 * Ids are unique in a channel only, so the channel's name stands before them. Where several people talk, each has a
 * conversation of their own with the desk: one student's facts are no answer to another's question.
 */
export function conversationOf(activity: Activity): string {
  const conversation = `${activity.channelId}/${activity.conversation.id}`;
  return isPersonal(activity) ? conversation : `${conversation}/${digest(activity.from.id)}`;
}

/** Whether nobody but the person and the bot is in the conversation. */
export function isPersonal({ conversation }: { readonly conversation: object }): boolean {
  const { conversationType, isGroup } = conversation as Partial<Activity['conversation']>;
  return isGroup !== true && (conversationType ?? 'personal') === 'personal';
}

function said(activity: Activity, on: Day, text: string): Heard {
  return {
    kind: 'said',
    incoming: {
      conversation: conversationOf(activity),
      id: activity.id ?? randomUUID(),
      locale: localeOf(activity),
      channel: activity.channelId,
      on,
      text,
    },
    shown: undefined,
    notes: (activity.attachments ?? []).some(({ contentType }) => isFile(contentType)) ? ['files'] : [],
  };
}

/** The new text is a new question; the same edit delivered twice is answered once. A message brought back is no edit. */
function edited(activity: Activity, on: Day): Heard {
  const { id } = activity;
  const channelData: unknown = activity.channelData;
  const event = isRecord(channelData) ? channelData['eventType'] : undefined;
  if (id === undefined || (event !== undefined && event !== 'editMessage')) return nothing;
  const text = textOf(activity);
  const heard = said({ ...activity, id: `${id}${editedMark}${digest(text)}` }, on, text);
  return heard.kind === 'said' ? { ...heard, shown: { edits: id }, notes: ['edited', ...heard.notes] } : heard;
}

function reacted(activity: Activity): Heard {
  if (activity.replyToId === undefined) return nothing;
  return {
    kind: 'reacted',
    conversation: conversationOf(activity),
    message: activity.replyToId,
    added: (activity.reactionsAdded ?? []).map(({ type }) => type),
    removed: (activity.reactionsRemoved ?? []).map(({ type }) => type),
  };
}

/**
 * In Teams the app is installed, which comes as one activity or two; elsewhere somebody comes in. Who joins a team later
 * is not greeted before everybody.
 */
function opens(activity: Activity): boolean {
  if (activity.type === 'installationUpdate') return activity.action === 'add';
  const added = activity.membersAdded ?? [];
  const bot = added.some(({ id }) => id === activity.recipient.id);
  const person = added.some(({ id }) => id !== activity.recipient.id);
  return activity.channelId === 'msteams' ? bot || (person && isPersonal(activity)) : person;
}

/** Everything that opens a conversation in Teams has one id, so that it is greeted once. */
function opened(activity: Activity, on: Day): Heard {
  const inTeams = activity.channelId === 'msteams';
  const conversation = `${activity.channelId}/${activity.conversation.id}`;
  return {
    kind: 'said',
    incoming: {
      conversation,
      id: inTeams ? `open-${conversation}` : (activity.id ?? randomUUID()),
      locale: localeOf(activity),
      channel: activity.channelId,
      on,
      text: '',
      kind: 'join',
    },
    shown: undefined,
    notes: inTeams && !isPersonal(activity) ? ['group'] : [],
  };
}

/** Teams sends the text a second time as HTML; cards come back with a pressed button. Everything else is a file. */
function isFile(contentType: string): boolean {
  return contentType !== 'text/html' && !contentType.startsWith('application/vnd.microsoft.card.');
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const nothing: Heard = { kind: 'nothing' };
