import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Span } from '../ports/numbers.ts';
import { nearTieMargin, type Work, type WorkItem, type WorkKind, type WorkState } from '../ports/work.ts';
import { judgements } from './judged.ts';
import { stored } from './stored.ts';
import type { Database } from './tables.ts';

export function createWork(db: Database): Work {
  return {
    list: (span, limit) => stored('list what there is to make better', () => list(db, span, limit)),
    mark: (questions, { state, by, at, intent }) =>
      stored('mark work', () =>
        db.transaction().execute(async (within) => {
          for (const question of questions) {
            const question_hash = hashOf(question);
            await within.deleteFrom('work_marks').where('question_hash', '=', question_hash).execute();
            if (state === 'new') continue;
            const values = { question_hash, state, intent, who: by.id, name: by.name, at };
            await within.insertInto('work_marks').values(values).execute();
          }
        }),
      ),
  };
}

type Found = Omit<WorkItem, 'kinds' | 'reasons' | 'state'> & {
  readonly kind: WorkKind;
  readonly reason: string | null;
};

async function list(db: Database, span: Span, limit: number): Promise<readonly WorkItem[]> {
  const [asked, judged] = await Promise.all([fromTurns(db, span, limit), fromJudgements(db, span, limit)]);
  const byQuestion = Map.groupBy([...asked, ...judged], (found) => hashOf(found));
  const marks = await db.selectFrom('work_marks').select(['question_hash', 'state', 'at']).execute();
  const marked = new Map(marks.map((mark) => [mark.question_hash, mark]));
  const items = [...byQuestion].map(([hash, found]) => together(found, marked.get(hash) ?? null));
  return items.sort((a, b) => b.count - a.count || (a.question < b.question ? -1 : 1)).slice(0, limit);
}

/** A question with all that was found of it. What is done is new again once it is asked again. */
function together(found: readonly Found[], mark: { readonly state: WorkState; readonly at: string } | null): WorkItem {
  const judged = found.find(({ kind }) => kind === 'wrong');
  const [first] = judged === undefined ? found : [judged];
  if (first === undefined) throw new RangeError('Nothing was found.');
  const last = found.reduce((latest, each) => (each.last > latest ? each.last : latest), '');
  const again = mark?.state === 'done' && last > mark.at;
  return {
    question: first.question,
    language: first.language,
    kinds: [...new Set(found.map(({ kind }) => kind))].sort(),
    // A judgement is on a question that is counted already.
    count: Math.max(...found.map(({ count }) => count)),
    last,
    conversation: first.conversation,
    position: first.position,
    intent: first.intent,
    runnerUp: found.find(({ runnerUp }) => runnerUp !== null)?.runnerUp ?? null,
    reasons: [...new Set(found.flatMap(({ reason }) => reason ?? []))],
    state: mark === null || again ? 'new' : mark.state,
  };
}

async function fromTurns(db: Database, { from, until }: Span, limit: number): Promise<readonly Found[]> {
  const kind = sql<WorkKind>`case when turns.helped = 0 then 'not-helped' when ${nearTie} then 'near-tie'
    else turns.decision end`;
  const rows = await db
    .selectFrom('turns')
    .innerJoin('listed', 'listed.number', 'turns.number')
    .select(['turns.question', 'turns.language', kind.as('kind')])
    .select(({ fn }) => [
      fn.countAll<number | string>().as('count'),
      fn.max('turns.at').as('last'),
      fn.max('listed.conversation').as('conversation'),
      fn.max('turns.intent').as('intent'),
      fn.max(sql<string | null>`case when ${nearTie} then turns.runner_up end`).as('runnerUp'),
      fn.max(whyNotHelped).as('reason'),
    ])
    .where('turns.at', '>=', from)
    .where('turns.at', '<', until)
    .where('turns.question', '<>', '')
    .where('listed.emergency', '=', 0)
    .where((where) =>
      where.or([where('turns.helped', '=', 0), where('turns.decision', 'in', ['decline', 'gap', 'clarify']), nearTie]),
    )
    .groupBy(['turns.question', 'turns.language', kind])
    .orderBy('count', 'desc')
    .orderBy('turns.question')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, count: Number(row.count), position: null }));
}

/** Answered, and hardly surer of it than of what came second: one more word might have turned it. */
const nearTie = sql<boolean>`(turns.decision = 'answer' and turns.runner_up <> turns.intent
  and turns.score - turns.runner_up_score < ${sql.lit(nearTieMargin)})`;

/** What the student wrote after "it did not help": it stands with the turn in which it was written. */
const whyNotHelped = sql<string | null>`(select max(feedback.comment) from feedback
  where feedback.conversation = listed.conversation and feedback.helpful = 0 and turns.helped = 0
    and (feedback.about = turns.intent or feedback.about is null) and feedback.turn >= turns.turn)`;

async function fromJudgements(db: Database, { from, until }: Span, limit: number): Promise<readonly Found[]> {
  const rows = await judgements(db)
    .innerJoin('listed', 'listed.conversation', 'annotations.conversation')
    .leftJoin('turns', (join) =>
      join
        .onRef('turns.number', '=', 'listed.number')
        .onRef('turns.turn', '=', 'journal.turn')
        .on('turns.part', '=', 0),
    )
    .select(['journal.text', 'turns.language', 'listed.language as spoken', 'annotations.conversation'])
    .select(['annotations.position', 'annotations.right_answer', 'annotations.note', 'annotations.at', 'turns.intent'])
    .where('annotations.verdict', '=', 'wrong')
    .where('journal.direction', '=', 'in')
    .where('annotations.at', '>=', from)
    .where('annotations.at', '<', until)
    .where('listed.emergency', '=', 0)
    .orderBy('annotations.at', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    question: row.text.slice(0, questionLength),
    language: row.language ?? row.spoken ?? '',
    kind: 'wrong' as const,
    count: 1,
    last: row.at,
    conversation: row.conversation,
    position: row.position,
    intent: row.right_answer ?? row.intent,
    runnerUp: null,
    reason: row.note === '' ? null : row.note,
  }));
}

/** The same question in other capitals and with other signs around it is the same. */
function hashOf({ question, language }: Pick<WorkItem, 'question' | 'language'>): string {
  const words = question
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return createHash('sha256')
    .update(`${language} ${words === '' ? question : words}`)
    .digest('hex');
}

/** As long as `turns` has them. */
const questionLength = 500;
