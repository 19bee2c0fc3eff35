import type { Selectable } from 'kysely';
import type { Annotation, Annotations } from '../ports/annotations.ts';
import { stored } from './stored.ts';
import type { Database, Tables } from './tables.ts';

export function createAnnotations(db: Database): Annotations {
  return {
    put: ({ conversation, position, rightAnswer, ...rest }) =>
      stored('keep an annotation', async () => {
        const values = { ...rest, right_answer: rightAnswer };
        await db
          .insertInto('annotations')
          .values({ conversation, position, ...values })
          .onConflict((conflict) => conflict.columns(['conversation', 'position']).doUpdateSet(values))
          .execute();
      }),
    of: (conversation) =>
      stored('read annotations', async () => {
        const rows = await db
          .selectFrom('annotations')
          .selectAll()
          .where('conversation', '=', conversation)
          .orderBy('position')
          .execute();
        return rows.map(annotationOf);
      }),
    list: (limit) =>
      stored('list annotations', async () => {
        const rows = await db.selectFrom('annotations').selectAll().orderBy('at', 'desc').limit(limit).execute();
        return rows.map(annotationOf);
      }),
  };
}

function annotationOf({ right_answer, reason, ...row }: Selectable<Tables['annotations']>): Annotation {
  return { ...row, reason: reason as Annotation['reason'], rightAnswer: right_answer };
}
