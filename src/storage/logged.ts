import { sql, type SelectQueryBuilder } from 'kysely';
import type { Trace } from '../conversation/reply.ts';
import type { Logged, LoggedFilter } from '../ports/logged.ts';
import { entryOf } from './journal.ts';
import { stored } from './stored.ts';
import type { Database, Tables } from './tables.ts';

export function createLogged(db: Database): Logged {
  return {
    count: ({ from, until, channel }) =>
      stored('count messages', async () => {
        const { messages } = await db
          .selectFrom('journal as heard')
          .select(({ fn }) => fn.countAll<number | string>().as('messages'))
          .where('heard.direction', '=', 'in')
          .where('heard.text', '<>', '')
          .$call((query) => within(query, { from, until, channel }))
          .executeTakeFirstOrThrow();
        return Number(messages);
      }),
    messages: ({ from, until, channel }, before, limit) =>
      stored('read messages', async () => {
        const rows = await db
          .selectFrom('journal as heard')
          .leftJoin('journal as said', (join) =>
            join
              .onRef('said.conversation', '=', 'heard.conversation')
              .on('said.position', '=', sql<number>`heard.position + 1`),
          )
          .leftJoin('journal as earlier', (join) =>
            join
              .onRef('earlier.conversation', '=', 'heard.conversation')
              .on('earlier.position', '=', sql<number>`heard.position - 1`),
          )
          .select([
            'heard.at',
            'heard.conversation',
            'heard.position',
            'heard.text',
            'said.trace',
            'earlier.trace as before',
          ])
          .where('heard.direction', '=', 'in')
          .where('heard.text', '<>', '')
          .$call((query) => within(query, { from, until, channel }))
          .$if(before !== null, (query) =>
            query.where((eb) =>
              eb(
                eb.refTuple('heard.at', 'heard.conversation', 'heard.position'),
                '<',
                eb.tuple(before?.at ?? '', before?.conversation ?? '', before?.position ?? 0),
              ),
            ),
          )
          .orderBy('heard.at', 'desc')
          .orderBy('heard.conversation', 'desc')
          .orderBy('heard.position', 'desc')
          .limit(limit)
          .execute();
        return rows.map(({ at, conversation, position, text, trace, before: earlier }) => ({
          at,
          conversation,
          position,
          text,
          language: traceIn(trace)?.language ?? null,
          asked: traceIn(earlier)?.asking ?? null,
        }));
      }),
    conversations: (filter, limit) =>
      stored('list conversations', async () => {
        const rows = await db
          .selectFrom('journal as heard')
          .select(['heard.conversation'])
          .where('heard.trace', 'is not', null)
          .$call((query) => within(query, filter))
          .$call((query) => of(query, filter))
          .groupBy('heard.conversation')
          .orderBy((eb) => eb.fn.max('heard.at'), 'desc')
          .orderBy('heard.conversation')
          .limit(limit)
          .execute();
        return rows.map(({ conversation }) => conversation);
      }),
    entries: (conversation) =>
      stored('read a conversation', async () => {
        const rows = await db
          .selectFrom('journal')
          .selectAll()
          .where('conversation', '=', conversation)
          .orderBy('position')
          .execute();
        return rows.map(entryOf);
      }),
  };
}

type Heard<O> = SelectQueryBuilder<Tables & { heard: Tables['journal'] }, 'heard', O>;

function within<Q extends Heard<unknown>>(query: Q, { from, until, channel }: LoggedFilter): Q {
  let held: Heard<unknown> = query;
  if (from !== undefined) held = held.where('heard.at', '>=', from);
  if (until !== undefined) held = held.where('heard.at', '<', until);
  if (channel !== undefined) held = held.where('heard.channel', '=', channel);
  return held as Q;
}

/** A trace is JSON that this program alone writes: its fields stand in it as `"intent":"gp-price"`. */
function of<Q extends Heard<unknown>>(query: Q, { decision, intents, orDecided }: LoggedFilter): Q {
  let held: Heard<unknown> = query;
  if (decision !== undefined) held = held.where('heard.trace', 'like', `%"decision":${JSON.stringify(decision)}%`);
  if (intents !== undefined) {
    held = held.where((eb) =>
      eb.or([
        ...intents.map((intent) => eb('heard.trace', 'like', `%"intent":${JSON.stringify(intent)}%`)),
        ...(orDecided === true ? [eb('heard.trace', 'not like', '%"outcome":null%')] : []),
      ]),
    );
  }
  return held as Q;
}

function traceIn(text: string | null): Trace | null {
  return text === null ? null : (JSON.parse(text) as Trace);
}
