import type { Activity, TurnContext } from 'botbuilder';
import type { Reply } from '../../conversation/reply.ts';
import { AppError } from '../../core/errors.ts';
import { deliveryId } from '../../desk/speak.ts';
import type { Addresses } from '../../ports/addresses.ts';
import type { Conversations } from '../../ports/conversations.ts';
import type { Desk } from '../../ports/desk.ts';
import type { Delivery, Outbox, Sending, Settled } from '../../ports/outbox.ts';
import type { Say } from '../render-text.ts';
import type { BotServiceContent, Delivering } from './deliver.ts';
import type { Heard, Note } from './hear.ts';
import { addressOf, channelName, referenceOf, whereaboutsIn, type Whereabouts } from './reference.ts';
import type { Render } from './render.ts';

type Said = Extract<Heard, { readonly kind: 'said' }>;

type Parts = {
  readonly desk: Desk;
  readonly conversations: Pick<Conversations, 'answered'>;
  readonly addresses: Addresses;
  readonly outbox: Pick<Outbox, 'put' | 'settle'>;
  readonly delivering: Delivering;
  readonly render: Render;
  readonly say: Say;
  readonly clock: () => Date;
};

export type Converse = {
  /**
   * Answers what was said: kept, put into the outbox, then sent at once. A process that dies in between loses nothing, and
   * the same delivery again sends nothing twice.
   * @throws AppError input/invalid, and what the desk and the storage throw
   */
  answer(context: TurnContext, activity: Activity, said: Said): Promise<void>;
  /** What a message of the conversation was answered with; null when it is not kept. */
  replyTo(conversation: string, message: string): Promise<Reply | null>;
};

export function createConverse(parts: Parts): Converse {
  const { desk, delivering, render } = parts;
  const replyTo = async (conversation: string, message: string): Promise<Reply | null> =>
    (await parts.conversations.answered(conversation, message))?.findLast(({ reply }) => reply !== null)?.reply ?? null;
  return {
    replyTo,
    async answer(context, activity, said) {
      const { conversation, id, text } = said.incoming;
      const inline = activity.deliveryMode === 'expectReplies';
      if (!inline && !isReachable(activity)) throw new AppError('input/invalid', '"serviceUrl" is needed to answer.');
      // Before the turn: where the person asks to have their data erased, this goes with it.
      const where = isReachable(activity) ? await keepAddress(parts, activity, conversation) : null;
      const answered = await desk.receive(said.incoming, said.shown);
      const replies = answered.replies.map((reply) => withNotes(reply, said.notes, parts.say));
      if (inline) {
        const messages = replies.flatMap((reply) => render.all(reply, { ...readerOf(activity) }, id));
        if (messages.length > 0) await context.sendActivities(messages);
      } else if (where !== null) {
        const deliveries = replies.map((reply, index): Delivery => {
          const content: BotServiceContent = {
            kind: 'spoken',
            where,
            reply,
            answers: { message: id, activity: activity.id },
          };
          const about = { id: deliveryId(conversation, answered.activities[index] ?? id), conversation };
          return { ...about, channel: channelName, content, due: later(parts.clock(), graceSeconds) };
        });
        await sendAll(parts, deliveries, answered.repeated);
      }
      if (!inline && !answered.repeated) {
        await delivering.closeButtons(conversation, { message: id, text }, (message) => replyTo(conversation, message));
      }
    },
  };
}

/** Every delivery is kept before the first is sent; one that had come before is left to whoever sends it. */
async function sendAll(parts: Parts, deliveries: readonly Delivery[], repeated: boolean): Promise<void> {
  for (const delivery of deliveries) await parts.outbox.put(delivery);
  if (repeated) return;
  for (const delivery of deliveries) {
    const sending = await parts.delivering.send(delivery);
    await parts.outbox.settle(delivery.id, settledAs(sending, parts.clock()));
  }
}

function settledAs(sending: Sending, now: Date): Settled {
  if (sending.kind === 'sent') return { state: 'sent', at: now.toISOString() };
  if (sending.kind !== 'again') return { state: sending.kind, code: sending.code };
  return { state: 'queued', due: later(now, sending.retryAfter ?? firstWaitSeconds), code: sending.code };
}

/** The newest reference of a conversation, with what stands there already. */
async function keepAddress(
  { addresses, clock }: Parts,
  activity: Activity,
  conversation: string,
): Promise<Whereabouts> {
  const known = whereaboutsIn(await addresses.of(conversation));
  const where: Whereabouts = { reference: referenceOf(activity), said: known?.said ?? [] };
  await addresses.keep(conversation, addressOf(where), clock().toISOString());
  return where;
}

function withNotes(reply: Reply, notes: readonly Note[], say: Say): Reply {
  if (notes.length === 0) return reply;
  const said = notes.map((note) => say(reply.language, `teams:${note}`));
  // What is said of the place stands below the greeting, what is said of the message above its answer.
  const text = notes.includes('group') ? [reply.text, ...said] : [...said, reply.text];
  return { ...reply, text: text.join('\n\n') };
}

function isReachable({ serviceUrl }: { readonly serviceUrl?: string }): boolean {
  return serviceUrl !== undefined;
}

/** A reply that goes back in the response needs no address. */
function readerOf(activity: Activity): Whereabouts['reference'] {
  return referenceOf({ ...activity, serviceUrl: activity.serviceUrl || 'urn:inline' });
}

function later(now: Date, seconds: number): string {
  return new Date(now.getTime() + seconds * 1000).toISOString();
}

/** So long a reply is left to this process before the outbox thinks it gone; longer than sending it can take. */
const graceSeconds = 120;
const firstWaitSeconds = 5;
