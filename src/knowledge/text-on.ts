import { addDays, type Day } from '../core/day.ts';
import type { Answer, AnswerFile, TopicFile } from './topic-schema.ts';

/** One text of a topic with its first and last day; null where it has none. */
export type Version = {
  readonly from: Day | null;
  readonly until: Day | null;
  readonly facts: readonly string[];
  readonly text: string;
  /** Where the text stands in a language's file. */
  readonly path: readonly PropertyKey[];
};

/** A topic's texts in one language, in the order of their days. */
export function versionsOf(
  topic: Pick<TopicFile, 'days' | 'facts' | 'later'>,
  { answer, later }: Pick<AnswerFile, 'answer' | 'later'>,
): readonly Version[] {
  const [next] = topic.later;
  const until = topic.days.until ?? (next === undefined ? null : addDays(next.from, -1));
  const first = { from: topic.days.from ?? null, until, facts: topic.facts, text: answer, path: ['answer'] };
  return [
    first,
    ...topic.later.flatMap(({ from, until, facts }, at) => {
      const text = later[from];
      const following = topic.later[at + 1];
      const last = until ?? (following === undefined ? null : addDays(following.from, -1));
      return text === undefined ? [] : [{ from, until: last, facts, text, path: ['later', from] }];
    }),
  ];
}

/** The text that holds on a day; without one, the last day of the text before, or the first of the one to come. */
export type TextOn =
  | { readonly kind: 'text'; readonly text: string; readonly language: string }
  | { readonly kind: 'ended'; readonly on: Day }
  | { readonly kind: 'begins'; readonly on: Day };

/** The text in a language, or in the first that has one: `language` is the one it is written in. */
export function textOn(topic: Answer, wanted: string, on: Day): TextOn {
  const language = topic.text[wanted] === undefined ? (Object.keys(topic.text)[0] ?? wanted) : wanted;
  const written = topic.text[language];
  if (written === undefined) return { kind: 'text', text: '', language };
  const versions = versionsOf(topic, written);
  const begun = versions.findLast(({ from }) => from === null || from <= on);
  if (begun === undefined) return { kind: 'begins', on: versions[0]?.from ?? on };
  return begun.until === null || on <= begun.until
    ? { kind: 'text', text: begun.text, language }
    : { kind: 'ended', on: begun.until };
}
