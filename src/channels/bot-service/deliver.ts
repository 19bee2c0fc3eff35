import type { Activity, TurnContext } from 'botbuilder';
import type { Reply } from '../../conversation/reply.ts';
import { AppError } from '../../core/errors.ts';
import { isLoopbackUrl } from '../../http/loopback.ts';
import type { Addresses } from '../../ports/addresses.ts';
import type { Log } from '../../ports/log.ts';
import type { Claimed, Delivery, Sending } from '../../ports/outbox.ts';
import type { Sdk } from './open-sdk.ts';
import { addressOf, readWhereabouts, sdkReference, whereaboutsIn, withSaid, type Whereabouts } from './reference.ts';
import type { Render } from './render.ts';

/** What the outbox holds for this channel: what `Speak` puts there, and for an answer the message it answers. */
export type BotServiceContent = {
  readonly kind: 'spoken';
  readonly where: Whereabouts;
  readonly reply: Reply;
  readonly answers?: { readonly message: string; readonly activity: string | undefined } | undefined;
};

export type Delivering = {
  /** Sends one delivery by its stored conversation reference. It never throws. */
  send(delivery: Pick<Delivery | Claimed, 'id' | 'conversation' | 'content'>): Promise<Sending>;
  /**
   * Takes the buttons off what stood there before `since` came, and shows what it chose. It only looks better: failing is
   * logged.
   */
  closeButtons(
    conversation: string,
    since: { readonly message: string; readonly text: string },
    replyTo: (message: string) => Promise<Reply | null>,
  ): Promise<void>;
};

export function createDelivering(parts: {
  readonly sdk: () => Promise<Sdk>;
  /** Empty without a registration: nothing is signed then. */
  readonly appId: string;
  readonly addresses: Addresses;
  readonly render: Render;
  readonly clock: () => Date;
  readonly log: Log;
}): Delivering {
  const { sdk, appId, addresses, render, clock, log } = parts;

  // An address may have been kept while there was a registration, or before this was asked.
  const mayReach = ({ serviceUrl }: Whereabouts['reference']): boolean => appId !== '' || isLoopbackUrl(serviceUrl);

  const within = async (
    { reference }: Whereabouts,
    replyTo: string | undefined,
    work: (context: TurnContext) => Promise<void>,
  ): Promise<void> => {
    const { adapter } = await sdk();
    await adapter.continueConversationAsync(appId, sdkReference(reference), async (context) => {
      // The SDK makes up an id here, and would reply to it.
      if (replyTo === undefined) delete context.activity.id;
      else context.activity.id = replyTo;
      await work(context);
    });
  };

  const post = async (
    whereabouts: Whereabouts,
    replyTo: string | undefined,
    activities: readonly Partial<Activity>[],
  ): Promise<string | undefined> => {
    let last: string | undefined;
    await within(whereabouts, replyTo, async (context) => {
      for (const activity of activities) last = (await context.sendActivity(activity))?.id;
    });
    return last;
  };

  const remember = async (conversation: string, message: Whereabouts['said'][number]): Promise<void> => {
    const kept = whereaboutsIn(await addresses.of(conversation));
    // Nothing is kept of who has their data erased.
    if (kept !== null) await addresses.keep(conversation, addressOf(withSaid(kept, message)), clock().toISOString());
  };

  return {
    async send({ id, conversation, content }) {
      const { where, reply, answers } = content as unknown as BotServiceContent;
      const whereabouts = readWhereabouts(where);
      if (whereabouts === null) return { kind: 'failed', code: 'delivery/unreadable' };
      const { reference } = whereabouts;
      const to = answers?.message ?? id;
      if (!mayReach(reference)) return { kind: 'failed', code: 'channel/refused' };
      try {
        const last = await post(whereabouts, answers?.activity, render.all(reply, reference, to));
        if (last !== undefined && last !== '' && answers !== undefined)
          await remember(conversation, { id: last, to, open: render.hasButtons(reply, reference) });
        return { kind: 'sent' };
      } catch (problem) {
        log.warn({ code: codeOf(problem), delivery: id, err: problem }, 'a message could not be sent');
        return sendingOf(problem);
      }
    },

    async closeButtons(conversation, since, replyTo) {
      const kept = whereaboutsIn(await addresses.of(conversation));
      const open = kept?.said.findLast((message) => message.open && message.to !== since.message);
      if (kept === null || open === undefined) return;
      const reply = await replyTo(open.to);
      const closed = kept.said.map((message) => (message.to === since.message ? message : { ...message, open: false }));
      await addresses.keep(conversation, addressOf({ ...kept, said: closed }), clock().toISOString());
      if (reply === null || !mayReach(kept.reference)) return;
      const shown = render.all(reply, kept.reference, open.to, since.text).at(-1);
      try {
        await within(kept, undefined, async (context) => {
          await context.updateActivity({ ...shown, id: open.id });
        });
      } catch (problem) {
        log.warn({ code: codeOf(problem), conversation, err: problem }, 'the buttons of a message stay');
      }
    },
  };
}

/** What was thrown before the connector was called (no token) was not sent. */
function sendingOf(problem: unknown): Sending {
  const code = codeOf(problem);
  if (code === 'channel/refused') return { kind: 'failed', code };
  if (code === 'channel/send-failed') return { kind: 'uncertain', code };
  const after = problem instanceof AppError ? problem.details['retryAfter'] : undefined;
  return { kind: 'again', code, retryAfter: typeof after === 'number' ? after : undefined };
}

function codeOf(problem: unknown): string {
  return problem instanceof AppError ? problem.code : 'auth/unavailable';
}
