import type { ToReview } from '../ports/annotations.ts';
import type { Database } from './tables.ts';

/** Messages that nobody has judged, the newest first, each with what was said to it; none of a conversation in danger. */
export async function listToReview(db: Database, limit: number): Promise<readonly ToReview[]> {
  const rows = await db
    .selectFrom('turns')
    .innerJoin('listed', 'listed.number', 'turns.number')
    .innerJoin('journal', (join) =>
      join
        .onRef('journal.conversation', '=', 'listed.conversation')
        .onRef('journal.turn', '=', 'turns.turn')
        .on('journal.direction', '=', 'in'),
    )
    .leftJoin('annotations', (join) =>
      join
        .onRef('annotations.conversation', '=', 'journal.conversation')
        .onRef('annotations.position', '=', 'journal.position'),
    )
    .select(['journal.conversation', 'journal.position', 'journal.turn', 'journal.text as question', 'journal.at'])
    .select(['turns.language', 'turns.decision', 'turns.intent', 'turns.score'])
    .where('annotations.conversation', 'is', null)
    .where('turns.part', '=', 0)
    .where('turns.question', '<>', '')
    .where('turns.decision', 'in', judged)
    .where('listed.emergency', '=', 0)
    .orderBy('turns.at', 'desc')
    .orderBy('turns.number', 'desc')
    .orderBy('turns.turn', 'desc')
    .limit(limit)
    .execute();
  return Promise.all(
    rows.map(async ({ turn, ...row }) => {
      const said = await db
        .selectFrom('journal')
        .select('text')
        .where('conversation', '=', row.conversation)
        .where('turn', '=', turn)
        .where('direction', '=', 'out')
        .orderBy('position')
        .execute();
      return { ...row, reply: said.map(({ text }) => text).join('\n\n') };
    }),
  );
}

/** Commands and what a colleague held are nobody's to judge. */
const judged = ['answer', 'clarify', 'dialog', 'decline', 'gap', 'smalltalk', 'handover'] as const;
