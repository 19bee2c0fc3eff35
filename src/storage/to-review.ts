import type { ToReview } from '../ports/annotations.ts';
import { unjudged } from './judged.ts';
import type { Database } from './tables.ts';

/** Messages that nobody has judged, the newest first, each with what was said to it; none of a conversation in danger. */
export async function listToReview(db: Database, limit: number): Promise<readonly ToReview[]> {
  const rows = await db
    .selectFrom(messages(db, limit).as('heard'))
    .leftJoin('journal as said', (join) =>
      join
        .onRef('said.conversation', '=', 'heard.conversation')
        .onRef('said.turn', '=', 'heard.turn')
        .on('said.direction', '=', 'out'),
    )
    .selectAll('heard')
    .select('said.text as reply')
    .orderBy('heard.asked_at', 'desc')
    .orderBy('heard.number', 'desc')
    .orderBy('heard.turn', 'desc')
    .orderBy('heard.position')
    .orderBy('said.position')
    .execute();
  const byMessage = Map.groupBy(rows, ({ number, position }) => `${String(number)} ${String(position)}`);
  return [...byMessage.values()].flatMap(together);
}

function messages(db: Database, limit: number) {
  return db
    .selectFrom('turns')
    .innerJoin('listed', 'listed.number', 'turns.number')
    .innerJoin('journal', (join) =>
      join
        .onRef('journal.conversation', '=', 'listed.conversation')
        .onRef('journal.turn', '=', 'turns.turn')
        .on('journal.direction', '=', 'in'),
    )
    .select(['journal.conversation', 'journal.position', 'journal.turn', 'journal.text as question', 'journal.at'])
    .select(['turns.language', 'turns.decision', 'turns.intent', 'turns.score'])
    .select(['turns.number', 'turns.at as asked_at'])
    .where(unjudged)
    .where('turns.part', '=', 0)
    .where('turns.question', '<>', '')
    .where('turns.decision', 'in', judged)
    .where('listed.emergency', '=', 0)
    .orderBy('turns.at', 'desc')
    .orderBy('turns.number', 'desc')
    .orderBy('turns.turn', 'desc')
    .limit(limit);
}

type Row = Omit<ToReview, 'reply'> & { readonly reply: string | null };

function together(rows: readonly Row[]): readonly ToReview[] {
  const [first] = rows;
  if (first === undefined) return [];
  const { conversation, position, question, at, language, decision, intent, score } = first;
  const reply = rows.flatMap((row) => row.reply ?? []).join('\n\n');
  return [{ conversation, position, question, at, language, decision, intent, score, reply }];
}

/** Commands and what a colleague held are nobody's to judge. */
const judged = ['answer', 'clarify', 'dialog', 'decline', 'gap', 'smalltalk', 'handover'] as const;
