import { dangerDegrees, dangerKinds, readSign } from '../../core/danger/index.ts';
import type { Shelves } from '../kinds.ts';
import type { Problem } from '../problem.ts';
import type { Knowledge } from '../schema.ts';
import { invalid } from './report.ts';

/** Danger is heard in every language of safety.yaml or the program does not start: a file that is not there hears nothing. */
export function checkSafety(shelves: Shelves, knowledge: Knowledge): readonly Problem[] {
  return [...files(shelves, knowledge), ...signs(shelves, knowledge), ...answers(shelves, knowledge)];
}

function files(shelves: Shelves, { safety, dangerExamples, languages }: Knowledge): Problem[] {
  const heard = [...new Set([...safety.languages, ...languages])];
  return heard.flatMap((language) => [
    ...(shelves['safety-words'].has(language) ? [] : [absent(`languages/${language}/safety.yaml`)]),
    ...((dangerExamples[language] ?? []).length > 0 ? [] : [absent(`languages/${language}/danger.jsonl`)]),
  ]);
}

function absent(file: string): Problem {
  const message = 'there must be such a file: danger is heard in this language';
  return { code: 'knowledge/invalid-file', file, line: null, field: '', message };
}

/** A sign of a meaning that no language has words for is never found. */
function signs({ safety: shelf }: Shelves, { safety, safetyWords }: Knowledge): Problem[] {
  const known = new Set(Object.values(safetyWords).flatMap(({ words }) => Object.keys(words)));
  const [held] = shelf.values();
  if (held === undefined) return [];
  const unknown = (names: readonly string[]) => names.filter((name) => !known.has(name));
  const inSigns = dangerKinds.flatMap((kind) =>
    dangerDegrees.flatMap((degree) =>
      safety.signs[kind][degree].flatMap((sign, n) =>
        unknown(readSign(sign).terms.flat()).map((name) => wrong(name, ['signs', kind, degree, n])),
      ),
    ),
  );
  return [...inSigns, ...unknown(safety.excuses).map((name) => wrong(name, ['excuses']))];

  function wrong(name: string, path: readonly PropertyKey[]): Problem {
    return invalid(held?.file as never, path, `no language has words for "${name}"; accepted: ${[...known].sort().join(', ')}`);
  }
}

function answers({ safety: shelf }: Shelves, { safety, answers: known }: Knowledge): Problem[] {
  const [held] = shelf.values();
  if (held === undefined) return [];
  // A desk may have other answers than ours: then none of these is missing.
  return known.size === 0 ? [] : safety.notOrdinary.flatMap(() => []);
}
