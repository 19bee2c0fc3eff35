import { dangerDegrees, dangerKinds, readSign } from '../../core/danger/index.ts';
import type { Shelves } from '../kinds.ts';
import { languageFile } from '../layout.ts';
import type { Problem } from '../problem.ts';
import type { Knowledge } from '../schema.ts';
import { invalid } from './report.ts';

/**
 * Danger is heard, and a person is asked for, in every language of safety.yaml, or the program does not start: a file that
 * is not there hears nothing.
 */
export function checkSafety(shelves: Shelves, knowledge: Knowledge, paths: ReadonlySet<string>): readonly Problem[] {
  return [...files(knowledge, paths), ...handovers(shelves, knowledge), ...signs(shelves, knowledge)];
}

function files({ safety, dangerExamples, languages }: Knowledge, paths: ReadonlySet<string>): Problem[] {
  const heard = [...new Set([...safety.languages, ...languages])];
  return heard.flatMap((language) => [
    // One that cannot be read is named where it is read.
    ...['safety', 'person']
      .map((name) => languageFile(language, name))
      .filter((file) => !paths.has(file))
      .map(absent),
    ...((dangerExamples[language] ?? []).length > 0 ? [] : [absent(`languages/${language}/danger.jsonl`)]),
  ]);
}

/** Who is answered in a language asks in it what became of a hand-over. */
function handovers({ person }: Shelves, { languages }: Knowledge): Problem[] {
  return languages
    .flatMap((language) => person.get(language) ?? [])
    .filter(({ value }) => value.handover === undefined)
    .map(({ file }) =>
      invalid(file, ['handover'], 'the desk speaks this language: say how a hand-over is asked about'),
    );
}

function absent(file: string): Problem {
  const message = 'there must be such a file: this language is listened to (safety.yaml)';
  return { code: 'knowledge/invalid-file', file, line: null, field: '', message };
}

/** A sign of a meaning that no language has words for is never found. */
function signs({ safety: shelf }: Shelves, { safety, safetyWords }: Knowledge): Problem[] {
  const known = new Set(Object.values(safetyWords).flatMap(({ words }) => Object.keys(words)));
  const file = [...shelf.values()][0]?.file;
  if (file === undefined) return [];
  const wrong = (name: string, path: readonly PropertyKey[]): Problem =>
    invalid(file, path, `no language has words for "${name}"; accepted: ${[...known].sort().join(', ')}`);
  const unknown = (names: readonly string[]) => names.filter((name) => !known.has(name));
  const inSigns = dangerKinds.flatMap((kind) =>
    dangerDegrees.flatMap((degree) =>
      safety.signs[kind][degree].flatMap((sign, n) =>
        unknown(readSign(sign).terms.flat()).map((name) => wrong(name, ['signs', kind, degree, n])),
      ),
    ),
  );
  const beside = (['excuses', 'asides'] as const).flatMap((field) =>
    unknown(safety[field]).map((name) => wrong(name, [field])),
  );
  return [...inSigns, ...beside];
}
