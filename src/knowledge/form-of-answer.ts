import type { TopicFile } from './topic-schema.ts';

/** What an answer is, by how much a reader can be asked to read: docs/decisions/0040-a-simple-fact.md. */
export type FormOfAnswer = TopicFile['form'] | 'steps';

/** Words as it is read, in the languages that answers are written in. */
export const mostWords: Readonly<Record<FormOfAnswer, number>> = Object.freeze({ fact: 60, steps: 90, list: 90 });

/** Spanish or German needs more words for the same: on our answers a tenth in the middle, and for the longest a fifth. */
export const moreInTranslation = 1.2;

/** Where order matters the points are numbered: whoever reads them does them one by one. */
export function formOf(form: TopicFile['form'], answer: string): FormOfAnswer {
  return /^\s*\d+\.\s/m.test(answer) ? 'steps' : form;
}
