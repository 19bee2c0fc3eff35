import type { Transaction } from 'kysely';
import type { Effect } from '../conversation/reply.ts';
import { unreachable } from '../core/errors.ts';
import type { TurnToSave } from '../ports/conversations.ts';
import type { Tables } from './tables.ts';

/** Writes a turn's effects in the turn's own transaction, before its entries. */
export async function carryOut(transaction: Transaction<Tables>, turn: TurnToSave): Promise<void> {
  for (const effect of turn.effects) await carryOutOne(transaction, turn, effect);
}

async function carryOutOne(transaction: Transaction<Tables>, turn: TurnToSave, effect: Effect): Promise<void> {
  const { conversation, at } = turn;
  switch (effect.kind) {
    case 'handover': {
      const { reference, reason } = effect;
      const facts = JSON.stringify(effect.facts);
      await transaction
        .insertInto('handovers')
        .values({ reference, conversation, at, reason, facts, state: 'open' })
        .execute();
      return;
    }
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
      await transaction.deleteFrom('journal').where('conversation', '=', conversation).execute();
      await transaction.deleteFrom('handovers').where('conversation', '=', conversation).execute();
      await transaction.deleteFrom('feedback').where('conversation', '=', conversation).execute();
      return;
    default:
      return unreachable(effect);
  }
}
