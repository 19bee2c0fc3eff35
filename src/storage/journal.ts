import type { Selectable } from 'kysely';
import type { Reply, Trace } from '../conversation/reply.ts';
import type { Journal, Written } from '../ports/journal.ts';
import { prepared } from './prepared.ts';
import { stored } from './stored.ts';
import type { Database, Tables } from './tables.ts';

export function createJournal(db: Database, follow: Journal['follow']): Journal {
  return {
    follow,
    read: (conversation, after, limit) =>
      stored('read the journal', async () => (await entriesAfter(db, { conversation, after, limit })).map(entryOf)),
  };
}

type Page = { readonly conversation: string; readonly after: number; readonly limit: number };

const entriesAfter = prepared((db, { conversation, after, limit }: Page) =>
  db
    .selectFrom('journal')
    .selectAll()
    .where('conversation', '=', conversation)
    .where('position', '>', after)
    .orderBy('position')
    .limit(limit),
);

/** A row as it was written: this program is its only writer, so its JSON is trusted. */
export function entryOf(row: Selectable<Tables['journal']>): Written {
  return {
    conversation: row.conversation,
    position: row.position,
    activity: row.activity,
    direction: row.direction,
    channel: row.channel,
    at: row.at,
    text: row.text,
    activityJson: row.activity_json,
    reply: row.reply === null ? null : (JSON.parse(row.reply) as Reply),
    trace: row.trace === null ? null : (JSON.parse(row.trace) as Trace),
  };
}
