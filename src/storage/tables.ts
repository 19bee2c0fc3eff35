import type { Kysely } from 'kysely';

/**
 * The same schema on SQLite and PostgreSQL: instants are ISO 8601 text, JSON is text, truth is 0 or 1.
 * The journal's `turn` is the conversation's version that the entry was written with.
 */
export type Tables = {
  conversations: {
    id: string;
    version: number;
    entries: number;
    state: string;
    started_at: string;
    changed_at: string;
  };
  journal: {
    conversation: string;
    position: number;
    turn: number;
    activity: string;
    direction: 'in' | 'out';
    channel: string;
    at: string;
    text: string;
    activity_json: string | null;
    reply: string | null;
    trace: string | null;
  };
  handovers: {
    reference: string;
    conversation: string;
    at: string;
    reason: string;
    facts: string;
    state: 'open' | 'closed';
  };
  feedback: {
    conversation: string;
    turn: number;
    at: string;
    about: string | null;
    helpful: number;
    comment: string | null;
  };
};

export type Database = Kysely<Tables>;
