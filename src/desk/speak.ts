import { createHash } from 'node:crypto';
import type { Delivery } from '../ports/outbox.ts';
import type { Speak, SpokenContent } from '../ports/speak.ts';
import type { Utterances } from '../ports/utterances.ts';

/** @param pushing the channels that have to be called to reach somebody: `email`, `bot-service` */
export function createSpeak(utterances: Utterances, pushing: ReadonlySet<string>, clock: () => Date): Speak {
  return async ({ conversation, id, reply }) => {
    const at = clock().toISOString();
    const outcome = await utterances.append({ conversation, activity: id, reply, at }, ({ channel, where }) => {
      if (!pushing.has(channel)) return null;
      const content: SpokenContent = { kind: 'spoken', where, reply };
      return { id: deliveryId(conversation, id), conversation, channel, content, due: at };
    });
    return outcome === 'no-such-conversation' ? outcome : 'said';
  };
}

/** A delivery's id from what it delivers: the same thing put twice is one delivery. */
export function deliveryId(conversation: string, activity: string): Delivery['id'] {
  return createHash('sha256')
    .update(JSON.stringify([conversation, activity]))
    .digest('hex')
    .slice(0, 32);
}
