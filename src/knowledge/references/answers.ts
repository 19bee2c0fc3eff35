import type { Shelves } from '../kinds.ts';
import { answerFile, topicFile } from '../layout.ts';
import type { Problem } from '../problem.ts';
import type { Knowledge } from '../schema.ts';
import { absentFile, unknownReference } from './report.ts';

/**
 * Each topic is answered in each language that texts are written in, and each answer is a topic's. Who reads a translation that
 * nobody has made yet is answered by the original.
 */
export function checkAnswers(
  { topics, answers }: Shelves,
  { languages, originals }: Knowledge,
  paths: ReadonlySet<string>,
): readonly Problem[] {
  const begun = new Set([...answers.keys()].map((key) => key.slice(0, 2)));
  // A language that nothing is answered in is one that somebody begins to write.
  const due = languages.filter((language) => originals.includes(language) || !begun.has(language));
  const unanswered = [...topics.keys()].flatMap((topic) =>
    due
      .filter((language) => !paths.has(answerFile(language, topic)))
      .map((language) =>
        absentFile(answerFile(language, topic), `${topicFile(topic)} is answered in this language`, {
          key: 'original-missing',
          values: { language },
        }),
      ),
  );
  const stray = [...answers].flatMap(([key, { file }]) => {
    const topic = topicFile(key.slice(3));
    return paths.has(topic)
      ? []
      : [unknownReference(file, [], `no ${topic}: write what the topic is about there, or take this file away`)];
  });
  return [...unanswered, ...stray];
}
