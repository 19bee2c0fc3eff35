import { randomUUID } from 'node:crypto';
import type { Audit, NewAuditEntry } from '../ports/audit.ts';
import { stored } from './stored.ts';
import type { Database } from './tables.ts';

export function createAudit(db: Database): Audit {
  return {
    write: ({ at, who, name, what, about }) =>
      stored('write the audit log', async () => {
        const entry = { id: randomUUID(), at, who, name, what, about: JSON.stringify(about) };
        await db.insertInto('audit').values(entry).execute();
      }),
    list: (filter, limit) =>
      stored('read the audit log', async () => {
        const { who, what, after } = filter;
        const rows = await db
          .selectFrom('audit')
          .selectAll()
          .$if(who !== undefined, (query) => query.where('who', '=', who ?? null))
          .$if(what !== undefined, (query) => query.where('what', '=', what ?? ''))
          .$if(after !== undefined, (query) =>
            query.where((eb) => eb(eb.refTuple('at', 'id'), '<', eb.tuple(after?.at ?? '', after?.id ?? ''))),
          )
          .orderBy('at', 'desc')
          .orderBy('id', 'desc')
          .limit(limit)
          .execute();
        return rows.map((row) => ({ ...row, about: JSON.parse(row.about) as NewAuditEntry['about'] }));
      }),
  };
}
