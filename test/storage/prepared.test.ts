import {
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type CompiledQuery,
} from 'kysely';
import { expect, test } from 'vitest';
import { prepared } from '../../src/storage/prepared.ts';
import type { Tables } from '../../src/storage/tables.ts';

/** A database that keeps nothing, and remembers what it was told to do. */
function listeningDatabase() {
  const told: CompiledQuery[] = [];
  class Listening extends DummyDriver {
    override acquireConnection() {
      return Promise.resolve({
        executeQuery: (query: CompiledQuery) => {
          told.push(query);
          return Promise.resolve({ rows: [] });
        },
        streamQuery: () => {
          throw new RangeError('nothing is streamed');
        },
      });
    }
  }
  const db = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new Listening(),
      createIntrospector: (of) => new SqliteIntrospector(of),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });
  return { db, said: () => told.map(({ sql, parameters }) => [sql, parameters]) };
}

type Marks = { readonly rows: readonly { readonly conversation: string; readonly at: string | null }[]; more: boolean };

test('a statement is put together once for each form, and each time has the values of its own', async () => {
  let built = 0;
  const put = prepared((within, { rows, more }: Marks) => {
    built += 1;
    return within
      .selectFrom('conversations')
      .select('id')
      .where((where) =>
        where.or(
          rows.map(({ conversation, at }) => (at === null ? where('id', '=', conversation) : where('id', '=', at))),
        ),
      )
      .$if(more, (query) => query.limit(7));
  });
  const { db, said } = listeningDatabase();
  await put(db, { rows: [{ conversation: 'a', at: null }], more: false });
  await put(db, { rows: [{ conversation: 'b', at: null }], more: false });
  await put(db, { rows: [{ conversation: 'c', at: 'd' }], more: true });
  const first = 'select "id" from "conversations" where "id" = ?';
  expect(said()).toEqual([
    [first, ['a']],
    [first, ['b']],
    [`${first} limit ?`, ['d', 7]],
  ]);
  expect(built).toBe(2);
});
