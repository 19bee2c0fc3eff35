import type { Trace } from '../conversation/reply.ts';
import { editedMark, type SecondThoughts, type Verdict } from '../ports/second-thoughts.ts';
import { stored } from './stored.ts';
import type { Database } from './tables.ts';

export function createSecondThoughts(db: Database): SecondThoughts {
  return {
    withdraw: (conversation, message) =>
      stored('withdraw a message', async () => {
        const wordings = await wordingsOf(db, conversation, message);
        if (wordings.length === 0) return false;
        await db
          .updateTable('journal')
          .set({ text: '', activity_json: JSON.stringify({ deleted: true }) })
          .where('conversation', '=', conversation)
          .where('activity', 'in', wordings)
          .execute();
        return true;
      }),
    rate: (verdict) => stored('keep a verdict', () => rate(db, verdict)),
    unrate: ({ conversation, message, helpful }) =>
      stored('take a verdict back', async () => {
        const answered = await turnOf(db, conversation, message);
        if (answered === null) return;
        await db
          .deleteFrom('feedback')
          .where('conversation', '=', conversation)
          .where('turn', '=', answered.turn)
          .where('helpful', '=', helpful ? 1 : 0)
          .where('comment', 'is', null)
          .execute();
      }),
  };
}

async function rate(db: Database, { conversation, message, helpful, comment, at }: Verdict): Promise<boolean> {
  const answered = await turnOf(db, conversation, message);
  if (answered === null) return false;
  const verdict = { conversation, ...answered, at, helpful: helpful ? 1 : 0, comment };
  await db.transaction().execute(async (transaction) => {
    const before = await transaction
      .selectFrom('feedback')
      .select('turn')
      .where('conversation', '=', conversation)
      .where('turn', '=', answered.turn)
      .where('helpful', '=', verdict.helpful)
      .where('comment', comment === null ? 'is' : '=', comment)
      .executeTakeFirst();
    if (before === undefined) await transaction.insertInto('feedback').values(verdict).execute();
  });
  return true;
}

/** The turn that answered a message, and what its reply was about. */
async function turnOf(db: Database, conversation: string, message: string) {
  const rows = await db
    .selectFrom('journal')
    .select(['turn', 'trace', 'direction', 'activity'])
    .where('conversation', '=', conversation)
    .where('turn', '=', (turns) =>
      turns
        .selectFrom('journal')
        .select('turn')
        .where('conversation', '=', conversation)
        .where('activity', '=', message)
        .where('direction', '=', 'in'),
    )
    .execute();
  const [first] = rows;
  if (first === undefined) return null;
  const trace = rows.find((row) => row.trace !== null)?.trace ?? null;
  return { turn: first.turn, about: trace === null ? null : (JSON.parse(trace) as Trace).intent };
}

/** A message and its later wordings. */
async function wordingsOf(db: Database, conversation: string, message: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('journal')
    .select('activity')
    .where('conversation', '=', conversation)
    .where('direction', '=', 'in')
    .execute();
  return rows
    .map(({ activity }) => activity)
    .filter((activity) => activity === message || activity.startsWith(message + editedMark));
}
