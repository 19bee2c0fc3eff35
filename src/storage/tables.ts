import type { DraftDoubt, Register } from '../ports/drafts.ts';
import type { ColumnType, Kysely } from 'kysely';
import type { TurnDecision } from '../conversation/reply.ts';
import type { DangerDegree, DangerKind } from '../core/danger/index.ts';
import type { StaffTables } from './staff-tables.ts';

/**
 * The same schema on SQLite and PostgreSQL: instants are ISO 8601 text, JSON is text, truth is 0 or 1.
 * The journal's `turn` is the conversation's version that the entry was written with.
 */
export type Tables = StaffTables & {
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
    /** When the student wrote last after it was made. */
    wrote_at: ColumnType<string | null, string | null | undefined>;
  };
  /** What a colleague notes for the others; students never read it. */
  handover_notes: {
    id: string;
    conversation: string;
    reference: string;
    who: string;
    name: string;
    at: string;
    text: string;
  };
  /** What a colleague has written and not sent yet. */
  unsent_replies: { item: string; who: string; conversation: string; at: string; text: string };
  /** What colleagues send often, in each language that somebody wrote it in. */
  saved_replies: { id: string; language: string; title: string; text: string; who: string; name: string; at: string };
  /** A turn that heard danger, until a colleague is done with it. `told`: whether the desk got a letter of it. */
  emergencies: {
    conversation: string;
    turn: number;
    at: string;
    channel: string;
    language: string;
    degree: DangerDegree;
    kind: DangerKind;
    told: number;
    seen_by: ColumnType<string | null, string | null | undefined>;
    seen_name: ColumnType<string | null, string | null | undefined>;
    seen_at: ColumnType<string | null, string | null | undefined>;
    done_by: ColumnType<string | null, string | null | undefined>;
    done_name: ColumnType<string | null, string | null | undefined>;
    done_at: ColumnType<string | null, string | null | undefined>;
  };
  /** When an address last got the numbers by mail, kept for an hour; the recipient is a keyed hash. */
  number_letters: {
    recipient: string;
    letter: string;
    at: string;
  };
  feedback: {
    conversation: string;
    turn: number;
    at: string;
    about: string | null;
    helpful: number;
    comment: string | null;
  };
  /** `content` is encrypted: where a person is reached. */
  addresses: {
    conversation: string;
    channel: string;
    content: string;
    kept_at: string;
  };
  /** `content` is encrypted: what is to be sent, and where. */
  outbox: {
    id: string;
    conversation: string;
    channel: string;
    content: string;
    state: 'queued' | 'sending' | 'sent' | 'uncertain' | 'failed';
    attempts: number;
    due: string;
    claimed_until: string | null;
    sent_at: string | null;
    code: string | null;
    /** To whom, as a keyed hash: it is known after the content is gone. */
    recipient: ColumnType<string | null, string | null | undefined>;
  };
  /** `address` is encrypted. */
  drafts: {
    id: string;
    conversation: string;
    channel: string;
    language: string;
    sections: string;
    address: string;
    state: 'open' | 'sent' | 'dropped';
    doubt: DraftDoubt | null;
    register: Register | null;
    at: string;
    changed_at: string;
  };
  /** How far a mailbox was read. */
  mailboxes: {
    mailbox: string;
    uid_validity: string;
    uid: number;
    /** When it was first read; null where that was before this was noted. */
    since: string | null;
  };
  /** `content` is encrypted, and null once somebody was done with the mail. */
  refused_mails: {
    id: string;
    code: string;
    waits: number;
    content: string | null;
    at: string;
    done_at: string | null;
  };
  /** Which letters one address got on a day; the recipient is a keyed hash. */
  letters: {
    recipient: string;
    day: string;
    letter: string;
  };
  /**
   * A code that was mailed to prove an address, kept for a day for the limits. Conversation (`asker`), address, network and
   * code are keyed hashes: nothing here says who, so it outlasts an erasure, which must not lift a limit. `code` is null
   * once it was used.
   */
  mail_codes: {
    id: string;
    asker: string;
    recipient: string;
    network: string;
    code: string | null;
    tries: number;
    at: string;
  };
  audit: {
    id: string;
    at: string;
    who: string | null;
    name: string;
    what: string;
    about: string;
  };
  /** A conversation as colleagues look for it; written by `enlist` alone, made from the journal. */
  listed: {
    /** PostgreSQL gives big integers as strings. */
    number: ColumnType<number | string, number | undefined, number>;
    conversation: string;
    started_at: string;
    changed_at: string;
    channel: string;
    language: string | null;
    opening: string;
    asked: number;
    decision: TurnDecision | null;
    least_sure: number | null;
    handed_over: number;
    emergency: number;
    helped: number;
    not_helped: number;
    missed: number;
    /** 1: the last thing said to the student was a question. */
    pending: ColumnType<number, number | undefined, number>;
    reviewed: number;
    assigned: string | null;
  };
  /** A row a question. `number` is the conversation's in `listed`. */
  turns: {
    number: number;
    turn: number;
    part: number;
    at: string;
    channel: string;
    language: string;
    decision: TurnDecision;
    intent: string | null;
    score: number | null;
    question: string;
    helped: number | null;
    /** The best of what was not answered. */
    runner_up: ColumnType<string | null, string | null | undefined>;
    runner_up_score: ColumnType<number | null, number | null | undefined>;
  };
  /** Who works on what waits for a colleague. */
  queue: {
    item: string;
    conversation: string;
    who: string | null;
    name: string | null;
    taken_at: string | null;
    /** The first answer. */
    answered_at: string | null;
    closed_at: string | null;
    /** When whoever has it last did something. */
    acted_at: ColumnType<string | null, string | null | undefined>;
    /** The last answer. */
    replied_at: ColumnType<string | null, string | null | undefined>;
  };
  /** A colleague's judgement of a turn. */
  annotations: {
    conversation: string;
    position: number;
    verdict: 'right' | 'wrong' | 'unclear';
    reason: string | null;
    right_answer: string | null;
    note: string;
    who: string;
    name: string;
    at: string;
  };
  /** What colleagues are done with, or do not want to see again; a question is named by the SHA-256 of its words. */
  work_marks: {
    question_hash: string;
    state: 'done' | 'ignored';
    intent: string | null;
    who: string;
    name: string;
    at: string;
  };
  knowledge_changes: {
    id: string;
    author: string;
    author_name: string;
    reason: string;
    at: string;
    state: 'proposed' | 'published' | 'dropped';
    decided_by: string | null;
    decided_name: string | null;
    decided_at: string | null;
    /** The order in which changes were published, from 1. */
    number: number | null;
  };
  /** Files of the knowledge, whole, before and after. */
  changed_files: {
    change: string;
    position: number;
    file: string;
    before: string | null;
    after: string | null;
  };
  knowledge_turnstile: { id: number; passed: number };
  /** Who was told that an answer of theirs was wrong; `activity` is what told them. */
  corrections: {
    conversation: string;
    turn: number;
    activity: string;
    told_by: string;
    at: string;
  };
  /** What was erased, by the SHA-256 of its name: a backup that is brought back is cleaned by it. */
  erasures: { conversation_hash: string; at: string };
  /** Which conversations' tokens ended, and when; `conversation_hash` as in `erasures`. */
  revocations: { conversation_hash: string; at: string };
  /** Written to see whether anything can be written. */
  pulse: { name: string; at: string; filler: string };
  /** Which keys this database was written with: a print tells a key from another, and nothing of it. */
  key_prints: { name: string; print: string };
};

export type Database = Kysely<Tables>;
