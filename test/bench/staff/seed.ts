import { Kysely, sql } from 'kysely';
import type { Reply, Trace, TurnDecision } from '../../../src/conversation/reply.ts';
import { freshState } from '../../../src/conversation/state.ts';
import type { Answer, Knowledge } from '../../../src/knowledge/schema.ts';
import { enlist, mostTurns } from '../../../src/storage/listing.ts';
import { migrate } from '../../../src/storage/migrations.ts';
import { sqliteDialect } from '../../../src/storage/sqlite.ts';
import type { Tables } from '../../../src/storage/tables.ts';

/**
 * Conversations made of the knowledge's own questions and answers, one to four turns each, over two years: the first two
 * thousand written as turns write them, the rest copies of these on other days. The same count gives the same database.
 */
export async function seed(path: string, knowledge: Knowledge, count: number): Promise<void> {
  const db = new Kysely<Tables>({ dialect: sqliteDialect(path, 'NORMAL') });
  await migrate(db);
  const pick = picker(1);
  const answers = [...knowledge.answers.values()].filter(({ kind }) => kind === 'answer');
  const made = Math.min(count, written);
  await db.transaction().execute(async (within) => {
    for (let number = 0; number < made; number++) {
      const started = new Date(firstDay.getTime() + (number / made) * daysEach * dayMs);
      await write(within, `seed-${number}`, started, madeTurns(answers, pick));
    }
  });
  for (let copy = 1; copy * made < count; copy++) await copyAll(db, copy, made);
  await db.destroy();
}

/** The first ones once more, `copy` times their span later. */
async function copyAll(db: Kysely<Tables>, copy: number, made: number): Promise<void> {
  const id = sql.raw(`'${copy}-' ||`);
  const later = (column: string) => sql.raw(`strftime('%Y-%m-%dT%H:%M:%fZ', ${column}, '+${copy * daysEach} days')`);
  const on = sql.raw(String(copy * made));
  const first = sql.raw(`number <= ${made}`);
  await db.transaction().execute(async (within) => {
    await sql`insert into conversations select ${id} id, version, entries, state, ${later('started_at')}, ${later('changed_at')}
      from conversations where id like 'seed-%'`.execute(within);
    await sql`insert into journal select ${id} conversation, position, turn, activity, direction, channel, ${later('at')}, text,
      activity_json, reply, trace from journal where conversation like 'seed-%'`.execute(within);
    await sql`insert into listed select number + ${on}, ${id} conversation, ${later('started_at')}, ${later('changed_at')}, channel,
      language, opening, asked, decision, least_sure, handed_over, emergency, helped, not_helped, missed, reviewed, assigned
      from listed where ${first}`.execute(within);
    await sql`insert into turns select number + ${on}, turn, part, ${later('at')}, channel, language, decision, intent, score,
      question, helped from turns where ${first}`.execute(within);
    await sql`insert into conversation_words(rowid, text) select rowid + ${on} * ${mostTurns}, text
      from conversation_words where rowid < (${sql.lit(made)} + 1) * ${mostTurns}`.execute(within);
  });
}

type Made = { readonly channel: string; readonly question: string; readonly reply: Reply; readonly trace: Trace };
type Pick = <T>(list: readonly T[]) => T;

function madeTurns(answers: readonly Answer[], pick: Pick): Made[] {
  const language = pick(['en', 'en', 'fr']);
  const channel = pick(['webchat', 'webchat', 'msteams', 'email']);
  return Array.from({ length: pick([1, 2, 2, 3, 4]) }, () => {
    const answer = pick(answers);
    const text = answer.text[language];
    const decision = pick<TurnDecision>([
      'answer',
      'answer',
      'answer',
      'answer',
      'clarify',
      'decline',
      'gap',
      'handover',
    ]);
    const score = pick([0.31, 0.55, 0.72, 0.88, 0.97]);
    const intent = decision === 'decline' ? null : answer.id;
    const reply = {
      language,
      text: text?.answer ?? '',
      card: null,
      choices: [],
      sources: [],
      asking: null,
      handover: null,
      feedback: true,
    };
    const runnerUp = { intent: pick(answers).id, score: score / 3 };
    const trace = {
      ...{ decision, intent, intents: [{ intent, decision, score }], score, runnerUp, language },
      ...{ asking: null, listener: 'topic', outcome: null, danger: null, sources: ['S1'], knowledge: 'seed' },
    };
    return { channel, question: pick(text?.phrasings ?? ['?']), reply, trace };
  });
}

async function write(
  within: Kysely<Tables>,
  conversation: string,
  started: Date,
  turns: readonly Made[],
): Promise<void> {
  const at = started.toISOString();
  const state = JSON.stringify(freshState);
  await within
    .insertInto('conversations')
    .values({
      id: conversation,
      version: turns.length,
      entries: turns.length * 2,
      state,
      started_at: at,
      changed_at: at,
    })
    .execute();
  for (const [index, { channel, question, reply, trace }] of turns.entries()) {
    const turn = index + 1;
    const about = { conversation, turn, channel, at, activity_json: null };
    const said = [
      { direction: 'in' as const, channel, text: question, trace: null },
      { direction: 'out' as const, channel, text: reply.text, trace },
    ];
    await within
      .insertInto('journal')
      .values([
        {
          ...about,
          ...{ position: turn * 2 - 1, activity: `a${turn}`, direction: 'in' as const, text: question },
          ...{ reply: null, trace: null },
        },
        {
          ...about,
          ...{ position: turn * 2, activity: `a${turn}/1`, direction: 'out' as const, text: reply.text },
          ...{ reply: JSON.stringify(reply), trace: JSON.stringify(trace) },
        },
      ])
      .execute();
    await enlist(within, { conversation, turn, at, entries: said, verdicts: [] });
  }
}

/** Numerical Recipes' linear congruence: enough to spread made data. */
function picker(seed: number): Pick {
  let state = seed;
  return (list) => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return list[Math.floor((state / 2 ** 32) * list.length)] as (typeof list)[number];
  };
}

const written = 2000;
const firstDay = new Date('2024-11-22T08:00:00Z');
const dayMs = 86_400_000;
/** Fifty copies span two years. */
const daysEach = 14;
