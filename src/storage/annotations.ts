import type { Selectable } from 'kysely';
import type { Annotation, Annotations } from '../ports/annotations.ts';
import { judgements } from './judged.ts';
import { stored } from './stored.ts';
import { listToReview } from './to-review.ts';
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
    list: (limit, { verdict, reason, who } = {}) =>
      stored('list annotations', async () => {
        const rows = await judgements(db)
          .leftJoin('listed', 'listed.conversation', 'annotations.conversation')
          .selectAll('annotations')
          .select(['journal.text as question', 'listed.language'])
          .$if(verdict !== undefined, (query) => query.where('annotations.verdict', '=', verdict ?? 'wrong'))
          .$if(reason !== undefined, (query) => query.where('annotations.reason', '=', reason ?? ''))
          .$if(who !== undefined, (query) => query.where('annotations.who', '=', who ?? ''))
          .orderBy('annotations.at', 'desc')
          .limit(limit)
          .execute();
        return rows.map(({ question, language, ...row }) => ({ ...annotationOf(row), question, language }));
      }),
    remove: ({ conversation, position }) =>
      stored('take an annotation back', async () => {
        await db
          .deleteFrom('annotations')
          .where('conversation', '=', conversation)
          .where('position', '=', position)
          .execute();
      }),
    toReview: (limit) => stored('list what nobody has judged', () => listToReview(db, limit)),
  };
}

function annotationOf({ right_answer, reason, ...row }: Selectable<Tables['annotations']>): Annotation {
  return { ...row, reason: reason as Annotation['reason'], rightAnswer: right_answer };
}
