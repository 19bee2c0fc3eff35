import { sql, type Kysely } from 'kysely';
import type { Handover, HandoverState } from '../ports/queue.ts';
import type { TurnDecision } from '../conversation/reply.ts';
import { itemOfHandover } from './handover-states.ts';
import type { Tables } from './tables.ts';

type Within = Kysely<Tables>;

/** Hand-overs with who has them, how they stand, and what they are about. */
export async function readHandovers(
  db: Within,
  choose: (rows: ReturnType<typeof handovers>) => ReturnType<typeof handovers>,
): Promise<readonly Handover[]> {
  const rows = await choose(handovers(db)).execute();
  const asked = await questionsBefore(db, rows);
  return rows.map((row) => handoverOf(row, asked.get(row.reference) ?? null));
}

/** How many wait for one colleague: what nobody has, and what is theirs where the student wrote last. */
export async function countWaiting(db: Within, who: string): Promise<number> {
  const row = await db
    .selectFrom('handovers')
    .innerJoin('listed', 'listed.conversation', 'handovers.conversation')
    .leftJoin('queue', (join) => join.on(itemOfHandover, '=', sql.ref('queue.item')))
    .select(({ fn }) => fn.countAll<number | string>().as('count'))
    .where('handovers.state', '=', 'open')
    .where((where) => where.or([where('queue.who', 'is', null), where('queue.who', '=', who)]))
    .where((where) =>
      where.or([
        where('queue.replied_at', 'is', null),
        where('handovers.wrote_at', '>', where.ref('queue.replied_at')),
      ]),
    )
    .executeTakeFirst();
  // PostgreSQL counts in strings.
  return Number(row?.count ?? 0);
}

function handovers(db: Within) {
  return db
    .selectFrom('handovers')
    .innerJoin('listed', 'listed.conversation', 'handovers.conversation')
    .leftJoin('queue', (join) => join.on(itemOfHandover, '=', sql.ref('queue.item')))
    .select(['handovers.reference', 'handovers.conversation', 'handovers.at', 'handovers.reason', 'handovers.facts'])
    .select(['handovers.state', 'handovers.wrote_at', 'queue.who', 'queue.name', 'queue.taken_at'])
    .select(['queue.answered_at', 'queue.replied_at', 'queue.closed_at'])
    .select(['listed.number', 'listed.opening', 'listed.channel', 'listed.language', 'listed.changed_at']);
}

type Row = Awaited<ReturnType<ReturnType<typeof handovers>['executeTakeFirstOrThrow']>>;

function handoverOf(row: Row, asked: Handover['asked']): Handover {
  const { reference, conversation, at, reason, facts, opening, channel, language } = row;
  const wroteAgain = row.replied_at !== null && row.wrote_at !== null && row.wrote_at > row.replied_at;
  const state = stateOf(row, wroteAgain);
  return {
    ...{ reference, conversation, at, reason, opening, channel, language, state, wroteAgain, asked },
    facts: JSON.parse(facts) as Handover['facts'],
    holder: row.who === null ? null : { id: row.who, name: row.name ?? '' },
    answeredAt: row.answered_at,
    waitsSince: state === 'closed' || state === 'waiting' ? null : wroteAgain ? row.wrote_at : at,
    closedAt: row.closed_at,
    changedAt: row.changed_at,
  };
}

function stateOf({ state, who, replied_at }: Row, wroteAgain: boolean): HandoverState {
  if (state === 'closed') return 'closed';
  if (replied_at !== null && !wroteAgain) return 'waiting';
  return who === null ? 'new' : 'taken';
}

/** The last thing asked before each of them: a greeting is nobody's concern. */
async function questionsBefore(db: Within, rows: readonly Row[]): Promise<ReadonlyMap<string, Handover['asked']>> {
  const numbers = [...new Set(rows.map(({ number }) => Number(number)))];
  if (numbers.length === 0) return new Map();
  const turns = await db
    .selectFrom('turns')
    .select(['number', 'at', 'question', 'intent'])
    .where('number', 'in', numbers)
    .where('decision', 'in', asking)
    .orderBy('turn', 'desc')
    .orderBy('part')
    .execute();
  const byNumber = Map.groupBy(turns, ({ number }) => String(number));
  return new Map(
    rows.flatMap(({ reference, number, at }) => {
      // Where nothing was asked before it, what was asked first.
      const asked = byNumber.get(String(number)) ?? [];
      const last = asked.findIndex((turn) => turn.at <= at);
      const found = beganWith(asked, last < 0 ? asked.length - 1 : last);
      return found === undefined ? [] : [[reference, { question: found.question, intent: found.intent }] as const];
    }),
  );
}

/** What follows a question about the same, and what answers a form, is no concern of its own: "no" to the last thing asked. */
function beganWith<T extends { readonly intent: string | null }>(newestFirst: readonly T[], at: number): T | undefined {
  const found = newestFirst[at];
  const before = newestFirst[at + 1];
  const goesOn = found !== undefined && found.intent !== null && before?.intent === found.intent;
  return goesOn ? beganWith(newestFirst, at + 1) : found;
}

const asking: readonly TurnDecision[] = ['answer', 'clarify', 'decline', 'gap', 'dialog'];
