import type { Answer } from '../../knowledge/schema.ts';
import { say, type Site } from '../site.ts';

export type Topic = {
  readonly topic: string;
  readonly name: string;
  readonly count: number;
  readonly answers: readonly Answer[];
};

/** Answers that have a page: what is ours and what no document answers; not small talk. */
export function pagedAnswers(site: Site): readonly Answer[] {
  return [...site.knowledge.answers.values()].filter(({ kind }) => kind === 'answer' || kind === 'gap');
}

/** The answers by topic: first what is asked most, then by name; answers by title. */
export function topicsOf(
  site: Site,
  reader: { readonly language: string },
  answers = pagedAnswers(site),
): readonly Topic[] {
  const names = new Map<string, Answer[]>();
  for (const answer of answers) names.set(answer.topic, [...(names.get(answer.topic) ?? []), answer]);
  return [...names]
    .map(([topic, found]) => ({
      topic,
      name: topicName(site, reader, topic),
      count: found.length,
      answers: found.toSorted((a, b) => titleOf(a, reader).localeCompare(titleOf(b, reader), reader.language)),
    }))
    .sort((a, b) => askedOf(b, site) - askedOf(a, site) || a.name.localeCompare(b.name, reader.language));
}

function askedOf({ answers }: Topic, { oftenAsked }: Site): number {
  return answers.reduce((sum, { id }) => sum + (oftenAsked.get(id) ?? 0), 0);
}

export function titleOf(answer: Answer, { language }: { readonly language: string }): string {
  return answer.title[language] ?? Object.values(answer.title)[0] ?? answer.id;
}

/** A topic that has no name yet is shown by its id: a new one must not take the page down. */
function topicName(site: Site, reader: { readonly language: string }, topic: string): string {
  const key = `topic.${topic}`;
  return site.speaker.has(reader.language, `web:${key}`) ? say(site, reader, key) : topic;
}
