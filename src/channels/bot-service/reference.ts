import type { Activity, ConversationReference } from 'botbuilder';
import { z } from 'zod';
import type { Address } from '../../ports/addresses.ts';

/** The channel's name in addresses and in the outbox. */
export const channelName = 'bot-service';

/**
 * Where somebody is reached through Bot Service, and which messages of ours stand there: what a reaction is about, and
 * which buttons are still open. Ids only: nobody's name is needed to write to them.
 */
export type Whereabouts = z.infer<typeof Whereabouts>;

/** Null for an address that another channel kept, or another version of this one. */
export function whereaboutsIn(address: Address | null): Whereabouts | null {
  return address?.channel === channelName ? readWhereabouts(address.where) : null;
}

export function readWhereabouts(where: unknown): Whereabouts | null {
  return Whereabouts.safeParse(where).data ?? null;
}

export function addressOf(whereabouts: Whereabouts): Address {
  return { channel: channelName, where: whereabouts };
}

/** The reference of an activity's conversation, reduced to what is needed to write there. */
export function referenceOf(activity: Activity): Whereabouts['reference'] {
  const { conversation, recipient, from, channelId, serviceUrl, locale } = activity;
  const { id, conversationType, tenantId, isGroup } = conversation as Partial<typeof conversation> & { id: string };
  return Reference.parse({
    channelId,
    serviceUrl,
    locale,
    conversation: { id, conversationType, tenantId, isGroup },
    bot: { id: recipient.id },
    user: { id: from.id },
  });
}

/** As the SDK wants it. */
export function sdkReference(reference: Whereabouts['reference']): Partial<ConversationReference> {
  // Its type asks for names, which are not needed and not kept.
  return reference as unknown as Partial<ConversationReference>;
}

/** Our newest message with its id in the channel. */
export function withSaid(whereabouts: Whereabouts, message: Whereabouts['said'][number]): Whereabouts {
  return { ...whereabouts, said: [...whereabouts.said, message].slice(-remembered) };
}

const Account = z.object({ id: z.string() });
const Reference = z.object({
  channelId: z.string(),
  serviceUrl: z.string(),
  locale: z.string().optional(),
  conversation: z.object({
    id: z.string(),
    conversationType: z.string().optional(),
    tenantId: z.string().optional(),
    isGroup: z.boolean().optional(),
  }),
  bot: Account,
  user: Account,
});
const Whereabouts = z.object({
  reference: Reference,
  said: z
    .array(
      z.object({
        /** As the channel calls our message. */
        id: z.string(),
        /** The message of the journal that it answered. */
        to: z.string(),
        /** Whether its buttons wait to be pressed. */
        open: z.boolean(),
      }),
    )
    .default([]),
});

/** Reactions to older messages are too late to be understood. */
const remembered = 30;
