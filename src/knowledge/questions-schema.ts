import { z } from 'zod';
import { Id } from './ids.ts';
import { LanguageTag } from './schema.ts';

/** `knowledge/questions/*.yaml`: labelled evaluation questions, never used as phrasings. */
export const QuestionsFile = z.strictObject({
  sealed: z.boolean(),
  questions: z.array(
    z.strictObject({
      text: z.string(),
      language: LanguageTag,
      /** An answer's or dialog's id, several for several questions, or `none` for what is not ours. */
      intents: z.array(z.string()).min(1),
      /** The topic just answered, when the question only makes sense after it. */
      after: Id.optional(),
    }),
  ),
});
export type QuestionsFile = z.infer<typeof QuestionsFile>;
