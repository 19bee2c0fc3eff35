import type { ExpressionBuilder } from 'kysely';
import type { Tables } from './tables.ts';

/** Of the journal, for a `where` on `turn`: the turn that answered this message of the conversation. */
export function turnOfMessage(conversation: string, message: string) {
  return (turns: ExpressionBuilder<Tables, 'journal'>) =>
    turns
      .selectFrom('journal')
      .select('turn')
      .where('conversation', '=', conversation)
      .where('activity', '=', message)
      .where('direction', '=', 'in');
}
