import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { MissedKind, Numbers, Span } from '../ports/numbers.ts';
import { isResolved } from './resolved.ts';
import { stored } from './stored.ts';
import type { Database } from './tables.ts';

export function createNumbers(db: Database): Numbers {
  return {
    questions: (by, span) => stored('count questions', () => questions(db, by, span)),
    conversations: (span) => stored('count conversations', () => conversations(db, span)),
    missed: (kind, span, limit) => stored('list what was missed', () => missed(db, kind, span, limit)),
    emergencies: (span) =>
      stored('count emergencies', async () => {
        const rows = await db
          .selectFrom('emergencies')
          .select(['degree', 'kind'])
          .select(({ fn }) => fn.countAll<number | string>().as('count'))
          .where('at', '>=', span.from)
          .where('at', '<', span.until)
          .groupBy(['degree', 'kind'])
          .orderBy('degree')
          .orderBy('kind')
          .execute();
        return rows.map((row) => ({ ...row, count: Number(row.count) }));
      }),
    handovers: (span) => stored('time hand-overs', () => handovers(db, span)),
    verdicts: (span) =>
      stored('count verdicts', async () => {
        const rows = await db
          .selectFrom('annotations')
          .select([sql<string>`substr(at, 1, 10)`.as('day'), 'verdict'])
          .select(({ fn }) => fn.countAll<number | string>().as('count'))
          .where('at', '>=', span.from)
          .where('at', '<', span.until)
          .where(onNoDanger)
          .groupBy(['day', 'verdict'])
          .execute();
        return rows.map((row) => ({ ...row, count: Number(row.count) }));
      }),
  };
}

async function questions(db: Database, by: Parameters<Numbers['questions']>[0], { from, until }: Span) {
  const key = by === 'day' ? sql<string | null>`substr(at, 1, 10)` : sql<string | null>`${sql.ref(by)}`;
  const rows = await db
    .selectFrom('turns')
    .select([key.as('key'), 'decision'])
    .select(({ fn }) => fn.countAll<number | string>().as('count'))
    .where('at', '>=', from)
    .where('at', '<', until)
    .where('question', '<>', '')
    .where(inNoDanger)
    .groupBy(['key', 'decision'])
    .execute();
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

async function conversations(db: Database, { from, until }: Span) {
  const sum = (condition: RawBuilder<SqlBool>) =>
    sql<number | string | null>`sum(case when ${condition} then 1 else 0 end)`;
  const row = await db
    .selectFrom('listed')
    .select(({ fn }) => fn.countAll<number | string>().as('all'))
    .select([
      sum(isResolved).as('resolved'),
      sum(sql`handed_over = 1`).as('handedOver'),
      sum(sql`helped > 0`).as('helped'),
      sum(sql`not_helped > 0`).as('notHelped'),
    ])
    .where('asked', '>', 0)
    .where('emergency', '=', 0)
    .where('started_at', '>=', from)
    .where('started_at', '<', until)
    .executeTakeFirstOrThrow();
  return {
    all: Number(row.all),
    resolved: Number(row.resolved),
    handedOver: Number(row.handedOver),
    helped: Number(row.helped),
    notHelped: Number(row.notHelped),
  };
}

async function missed(db: Database, kind: MissedKind, { from, until }: Span, limit: number) {
  const rows = await db
    .selectFrom('turns')
    .innerJoin('listed', 'listed.number', 'turns.number')
    .select(['turns.question', 'turns.language'])
    .select(({ fn }) => [
      fn.countAll<number | string>().as('count'),
      fn.max('listed.conversation').as('conversation'),
      fn.max('turns.intent').as('intent'),
    ])
    .where('turns.at', '>=', from)
    .where('turns.at', '<', until)
    .where('turns.question', '<>', '')
    .where(inNoDanger)
    .$if(kind === 'not-helped', (query) => query.where('turns.helped', '=', 0))
    .$if(kind !== 'not-helped', (query) => query.where('turns.decision', '=', kind === 'gap' ? 'gap' : 'decline'))
    .groupBy(['turns.question', 'turns.language'])
    .orderBy('count', 'desc')
    .orderBy('turns.question')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

async function handovers(db: Database, { from, until }: Span) {
  const rows = await db
    .selectFrom('handovers')
    .innerJoin('listed', 'listed.conversation', 'handovers.conversation')
    .leftJoin('queue', (join) => join.on('queue.item', '=', sql<string>`'handover:' || handovers.reference`))
    .select(['handovers.at', 'listed.started_at', 'queue.answered_at'])
    .where('handovers.at', '>=', from)
    .where('handovers.at', '<', until)
    .where('listed.emergency', '=', 0)
    .execute();
  return rows.map(({ at, started_at, answered_at }) => ({
    untilMade: minutesBetween(started_at, at),
    untilAnswered: answered_at === null ? null : minutesBetween(at, answered_at),
  }));
}

/** Emergencies are few: the list of them is read once, not a question at a time. */
const inNoDanger = sql<boolean>`(turns.number, turns.turn) not in
  (select listed.number, emergencies.turn from emergencies join listed on listed.conversation = emergencies.conversation)`;

/** Judgements are on entries, emergencies are turns. */
const onNoDanger = sql<boolean>`(annotations.conversation, annotations.position) not in
  (select journal.conversation, journal.position from emergencies
    join journal on journal.conversation = emergencies.conversation and journal.turn = emergencies.turn)`;

function minutesBetween(from: string, to: string): number {
  return Math.max(0, (Date.parse(to) - Date.parse(from)) / 60_000);
}
