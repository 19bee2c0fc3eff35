import { sql, type Kysely } from 'kysely';
import type { HandoverStanding, TurnToSave } from '../ports/conversations.ts';
import { prepared } from './prepared.ts';
import type { Tables } from './tables.ts';

type Within = Kysely<Tables>;

/** The hand-over of a conversation that was made last, with who has it. */
export async function lastHandover(within: Within, conversation: string): Promise<HandoverStanding | null> {
  const row = await within
    .selectFrom('handovers')
    .leftJoin('queue', (join) => join.on(itemOfHandover, '=', sql.ref('queue.item')))
    .select(['handovers.reference', 'handovers.state', 'queue.name', 'queue.acted_at', 'queue.closed_at'])
    .where('handovers.conversation', '=', conversation)
    .orderBy('handovers.at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { reference, state, name, acted_at, closed_at } = row;
  return { reference, state, holder: name, actedAt: acted_at, closedAt: closed_at };
}

/** The student wrote: what was answered waits for the desk again. */
export async function noteWritten(within: Within, { conversation, at }: TurnToSave): Promise<void> {
  await waitForDesk(within, { conversation, at });
}

const waitForDesk = prepared((within, { conversation, at }: { conversation: string; at: string }) =>
  within
    .updateTable('handovers')
    .set({ wrote_at: at })
    .where('conversation', '=', conversation)
    .where('state', '=', 'open')
    .where('handovers.at', '<', at),
);

/** It is open as it was before it was closed, with whoever had it and is still there. False where it is not closed. */
export async function reopen(within: Within, conversation: string, reference: string): Promise<boolean> {
  const reopened = await within
    .updateTable('handovers')
    .set({ state: 'open' })
    .where('conversation', '=', conversation)
    .where('reference', '=', reference)
    .where('state', '=', 'closed')
    .returning('reference')
    .executeTakeFirst();
  if (reopened === undefined) return false;
  const item = `handover:${reference}`;
  await within.updateTable('queue').set({ closed_at: null }).where('item', '=', item).execute();
  const absent = within
    .selectFrom('staff')
    .select('id')
    .where((where) => where.or([where('removed_at', 'is not', null), where('away_since', 'is not', null)]));
  await freed(within).where('item', '=', item).where('who', 'in', absent).execute();
  return true;
}

/** What a colleague has who is gone or away is anybody's. */
export async function freeAllOf(within: Within, who: string): Promise<void> {
  await freed(within).where('who', '=', who).where('closed_at', 'is', null).execute();
}

/** Rows of the queue, to be chosen by `where`, that nobody has from now on. */
export function freed(within: Within) {
  return within.updateTable('queue').set({ who: null, name: null, taken_at: null });
}

/** The name of a hand-over's row in `queue`. */
export const itemOfHandover = sql<string>`'handover:' || handovers.reference`;
