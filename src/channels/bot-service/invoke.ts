import type { Activity, TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { Reply } from '../../conversation/reply.ts';
import type { Day } from '../../core/day.ts';
import { adaptiveCardType } from '../adaptive-card.ts';
import { pressedButton } from '../teams/render.ts';
import type { Converse } from './converse.ts';
import { chose, conversationOf } from './hear.ts';
import type { Opinions } from './opinions.ts';
import { referenceOf } from './reference.ts';
import type { Render } from './render.ts';

type Response = { readonly status: number; readonly body?: unknown };

/**
 * What Teams asks the app directly and waits for: a button of a card whose press is no message, and the thumbs under a
 * reply. Null for an invoke that nobody here carries out: the protocol's answer to it is 501.
 */
export type Invoke = (context: TurnContext, activity: Activity, on: Day) => Promise<Response | null>;

export function createInvoke(parts: {
  readonly converse: Converse;
  readonly opinions: Opinions;
  readonly render: Render;
  readonly redact: (text: string) => { readonly text: string };
}): Invoke {
  return async (context, activity, on) => {
    if (activity.name === 'adaptiveCard/action') return press(parts, context, activity, on);
    if (activity.name === 'message/submitAction') return rate(parts, activity);
    return null;
  };
}

/** Answered like the choice typed; the card comes back with the choice in place of its buttons. */
async function press(
  { converse, render }: { readonly converse: Converse; readonly render: Render },
  context: TurnContext,
  activity: Activity,
  on: Day,
): Promise<Response> {
  const pressed = pressedButton(CardAction.safeParse(activity.value).data?.action.data);
  if (pressed === null) return cardError('The button carries no choice of ours.');
  const heard = chose(activity, on, pressed.choice);
  if (heard.kind === 'said') await converse.answer(context, activity, heard);
  const reply = await converse.replyTo(conversationOf(activity), pressed.to);
  const card = reply === null ? null : cardOf(reply, render, activity, pressed);
  return card === null
    ? ok({ statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: pressed.choice })
    : ok({ statusCode: 200, type: adaptiveCardType, value: card });
}

function cardOf(
  reply: Reply,
  render: Render,
  activity: Activity,
  pressed: { readonly choice: string; readonly to: string },
): object | null {
  const [attachment] = render.all(reply, referenceOf(activity), pressed.to, pressed.choice).at(-1)?.attachments ?? [];
  const content: unknown = attachment?.content;
  return typeof content === 'object' ? content : null;
}

/** Teams takes nothing that is sent while it waits for this. */
async function rate(
  { opinions, redact }: { readonly opinions: Opinions; readonly redact: (text: string) => { readonly text: string } },
  activity: Activity,
): Promise<Response> {
  const given = Feedback.safeParse(activity.value).data;
  if (given === undefined || activity.replyToId === undefined) return { status: 400 };
  const { reaction, feedback } = given.actionValue;
  const comment = feedback === null ? null : redact(feedback.slice(0, longestComment)).text;
  await opinions.rate(conversationOf(activity), activity.replyToId, reaction === 'like', comment);
  return ok({});
}

function ok(body: unknown): Response {
  return { status: 200, body };
}

/** The protocol answers 200 and says inside what was wrong. */
function cardError(message: string): Response {
  return ok({
    statusCode: 400,
    type: 'application/vnd.microsoft.error',
    value: { code: 'BadRequest', message },
  });
}

/** A few sentences. */
const longestComment = 2000;

const CardAction = z.looseObject({ action: z.looseObject({ data: z.unknown() }) });

/** The comment comes as JSON inside JSON. */
const Comment = z.string().transform((text) => {
  try {
    const written: unknown = JSON.parse(text);
    return z.looseObject({ feedbackText: z.string() }).safeParse(written).data?.feedbackText.trim() ?? '';
  } catch {
    return '';
  }
});
const Feedback = z.looseObject({
  actionName: z.literal('feedback'),
  actionValue: z.looseObject({
    reaction: z.enum(['like', 'dislike']),
    feedback: Comment.optional().transform((text) => (text === undefined || text === '' ? null : text)),
  }),
});
