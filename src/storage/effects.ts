import type { Transaction } from 'kysely';
import type { Effect } from '../conversation/reply.ts';
import { unreachable } from '../core/errors.ts';
import type { TurnToSave } from '../ports/conversations.ts';
import type { DangerAnnounced } from '../ports/outbox.ts';
import { forgetNames } from './audit-names.ts';
import { eraseFrom } from './erase.ts';
import { reopen } from './handover-states.ts';
import type { Tables } from './tables.ts';

/** Tells the desk of a hand-over, in the turn's own transaction. */
export type Announce = (transaction: Transaction<Tables>, handover: HandedOver) => Promise<void>;

/** The same of danger that was heard. */
export type AnnounceDanger = (transaction: Transaction<Tables>, heard: DangerHeard) => Promise<void>;

export type DangerHeard = DangerAnnounced & { readonly conversation: string; readonly turn: number };

export type HandedOver = { readonly conversation: string; readonly reference: string; readonly at: string };

/** Writes a turn's effects in the turn's own transaction, before its entries. */
export async function carryOut(
  transaction: Transaction<Tables>,
  turn: TurnToSave,
  announce: Announce | null,
): Promise<void> {
  for (const effect of turn.effects) await carryOutOne(transaction, turn, effect, announce);
}

async function carryOutOne(
  transaction: Transaction<Tables>,
  turn: TurnToSave,
  effect: Effect,
  announce: Announce | null,
): Promise<void> {
  const { conversation, at } = turn;
  switch (effect.kind) {
    case 'handover': {
      const { reference, reason } = effect;
      const facts = JSON.stringify(effect.facts);
      await transaction
        .insertInto('handovers')
        .values({ reference, conversation, at, reason, facts, state: 'open' })
        .execute();
      await announce?.(transaction, { conversation, reference, at });
      return;
    }
    case 'handover-note':
      return addNote(transaction, conversation, effect);
    case 'reopen':
      await reopen(transaction, conversation, effect.reference);
      return;
    case 'feedback': {
      const { about, comment } = effect;
      const helpful = effect.helpful ? 1 : 0;
      await transaction
        .insertInto('feedback')
        .values({ conversation, turn: turn.expected + 1, at, about, helpful, comment })
        .execute();
      return;
    }
    case 'erase':
      // The state is the turn's own, fresh; this turn's entries follow, so that the person reads that it was done.
      await forgetNames(transaction, await eraseFrom(transaction, conversation, at));
      return;
    default:
      return unreachable(effect);
  }
}

/** What is told after a hand-over stands beside its facts, under `note`. */
async function addNote(
  transaction: Transaction<Tables>,
  conversation: string,
  { reference, note }: Extract<Effect, { readonly kind: 'handover-note' }>,
): Promise<void> {
  const made = await transaction
    .selectFrom('handovers')
    .select('facts')
    .where('conversation', '=', conversation)
    .where('reference', '=', reference)
    .executeTakeFirst();
  if (made === undefined) return;
  const known = JSON.parse(made.facts) as { readonly note?: Note };
  const facts = JSON.stringify({ ...known, note: added(known.note, note) });
  await transaction
    .updateTable('handovers')
    .set({ facts })
    .where('conversation', '=', conversation)
    .where('reference', '=', reference)
    .execute();
}

type Note = Extract<Effect, { readonly kind: 'handover-note' }>['note'];

/** What is told later stands below what was told before: nothing that a person of the desk should read is lost. */
function added(before: Note | undefined, { concern, way }: Note): Note {
  const told = before?.concern ?? null;
  const isNew = concern !== null && told !== null && concern !== told;
  return { concern: isNew ? `${told}\n${concern}` : (concern ?? told), way: way ?? before?.way ?? null };
}
