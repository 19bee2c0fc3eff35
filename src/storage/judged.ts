import type { ExpressionBuilder } from 'kysely';
import type { Database, Tables } from './tables.ts';

/** Judgements, each with the message that it is on. */
export function judgements(db: Database) {
  return db
    .selectFrom('annotations')
    .innerJoin('journal', (join) =>
      join
        .onRef('journal.conversation', '=', 'annotations.conversation')
        .onRef('journal.position', '=', 'annotations.position'),
    );
}

/** Of messages in the journal: nobody has judged it. */
export function unjudged(where: ExpressionBuilder<Tables, 'journal'>) {
  return where.not(
    where.exists(
      where
        .selectFrom('annotations')
        .select('annotations.position')
        .whereRef('annotations.conversation', '=', 'journal.conversation')
        .whereRef('annotations.position', '=', 'journal.position'),
    ),
  );
}
