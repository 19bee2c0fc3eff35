import type { Kysely } from 'kysely';
import type { Trace } from '../conversation/reply.ts';
import { editedMark, type SecondThoughts, type Feedback } from '../ports/second-thoughts.ts';
import { relist } from './listing.ts';
import { stored } from './stored.ts';
import type { Database, Tables } from './tables.ts';
import { turnOfMessage } from './turn-of-message.ts';

type Within = Kysely<Tables>;

export function createSecondThoughts(db: Database): SecondThoughts {
  const changing = <T>(work: string, conversation: string, change: (within: Within) => Promise<T>): Promise<T> =>
    stored(work, () =>
      db.transaction().execute(async (transaction) => {
        const done = await change(transaction);
        // What staff find and count is made from what stands now.
        await relist(transaction, conversation);
        return done;
      }),
    );
  return {
    withdraw: (conversation, message) =>
      changing('withdraw a message', conversation, (within) => withdraw(within, conversation, message)),
    rate: (feedback) => changing('keep feedback', feedback.conversation, (within) => rate(within, feedback)),
    unrate: (feedback) => changing('take feedback back', feedback.conversation, (within) => unrate(within, feedback)),
  };
}

async function withdraw(within: Within, conversation: string, message: string): Promise<boolean> {
  const wordings = await wordingsOf(within, conversation, message);
  if (wordings.length === 0) return false;
  await within
    .updateTable('journal')
    .set({ text: '', activity_json: JSON.stringify({ deleted: true }) })
    .where('conversation', '=', conversation)
    .where('activity', 'in', wordings)
    .execute();
  return true;
}

async function rate(within: Within, { conversation, message, helpful, comment, at }: Feedback): Promise<boolean> {
  const answered = await turnOf(within, conversation, message);
  if (answered === null) return false;
  const feedback = { conversation, ...answered, at, helpful: helpful ? 1 : 0, comment };
  const before = await within
    .selectFrom('feedback')
    .select('turn')
    .where('conversation', '=', conversation)
    .where('turn', '=', answered.turn)
    .where('helpful', '=', feedback.helpful)
    .where('comment', comment === null ? 'is' : '=', comment)
    .executeTakeFirst();
  if (before === undefined) await within.insertInto('feedback').values(feedback).execute();
  return true;
}

async function unrate(
  within: Within,
  { conversation, message, helpful }: Pick<Feedback, 'conversation' | 'message' | 'helpful'>,
): Promise<void> {
  const answered = await turnOf(within, conversation, message);
  if (answered === null) return;
  await within
    .deleteFrom('feedback')
    .where('conversation', '=', conversation)
    .where('turn', '=', answered.turn)
    .where('helpful', '=', helpful ? 1 : 0)
    .where('comment', 'is', null)
    .execute();
}

/** The turn that answered a message, and what its reply was about. */
async function turnOf(within: Within, conversation: string, message: string) {
  const rows = await within
    .selectFrom('journal')
    .select(['turn', 'trace', 'direction', 'activity'])
    .where('conversation', '=', conversation)
    .where('turn', '=', turnOfMessage(conversation, message))
    .execute();
  const [first] = rows;
  if (first === undefined) return null;
  const trace = rows.find((row) => row.trace !== null)?.trace ?? null;
  return { turn: first.turn, about: trace === null ? null : (JSON.parse(trace) as Trace).intent };
}

/** A message and its later wordings. */
async function wordingsOf(within: Within, conversation: string, message: string): Promise<readonly string[]> {
  const rows = await within
    .selectFrom('journal')
    .select('activity')
    .where('conversation', '=', conversation)
    .where('direction', '=', 'in')
    .execute();
  return rows
    .map(({ activity }) => activity)
    .filter((activity) => activity === message || activity.startsWith(message + editedMark));
}
