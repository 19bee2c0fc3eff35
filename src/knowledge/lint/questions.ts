import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FormEntry } from '../forms.ts';
import { QuestionsFile } from '../questions-schema.ts';
import type { Knowledge } from '../schema.ts';
import { checkShape, parseYaml, type YamlFile } from '../yaml-file.ts';
import { finding, type Finding } from './finding.ts';
import { foldedWords } from './prose.ts';

/** The evaluation questions are labelled with topics that exist, and none of them is a phrasing: that would be cheating. */
export function questions(folder: string, forms: readonly FormEntry[], knowledge: Knowledge): readonly Finding[] {
  const asked = join(folder, 'questions');
  const names = existsSync(asked) ? readdirSync(asked).filter((name) => name.endsWith('.yaml')) : [];
  const topicOf = new Map(
    [...knowledge.answers.values()].flatMap(({ id, text }) =>
      Object.values(text).flatMap(({ phrasings }) => phrasings.map((phrasing) => [plain(phrasing), id] as const)),
    ),
  );
  const known = new Set(['none', ...knowledge.answers.keys(), ...forms.map(({ id }) => id)]);
  return names.flatMap((name) => {
    const file = parseYaml({ path: `questions/${name}`, bytes: readFileSync(join(asked, name)) });
    const { value, problems } = checkShape(file, QuestionsFile);
    if (value === null) return problems.map(({ code, ...problem }) => ({ rule: code, ...problem }));
    return value.questions.flatMap((question, index) => [
      ...unknownIntents(file, index, question, known),
      ...repeated(file, index, topicOf.get(plain(question.text))),
    ]);
  });
}

/** Names the topic and not the text: whoever writes phrasings must not read the questions. */
function repeated(file: YamlFile, index: number, topic: string | undefined): readonly Finding[] {
  const message = `a phrasing of ${topic} says the same: take that phrasing out, or ask in other words`;
  return topic === undefined ? [] : [finding('questions', file, ['questions', index, 'text'], message)];
}

function unknownIntents(
  file: YamlFile,
  index: number,
  { intents, after }: QuestionsFile['questions'][number],
  known: ReadonlySet<string>,
): readonly Finding[] {
  const named = [...intents, ...(after === undefined ? [] : [after])];
  return named
    .filter((id) => !known.has(id))
    .map((id) =>
      finding('questions', file, ['questions', index], `no topic ${id}: accepted is an answer, a form or none`),
    );
}

function plain(text: string): string {
  return foldedWords(text).join(' ');
}
