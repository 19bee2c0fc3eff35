import { fieldOf, type Plain, type Problem } from '../problem.ts';
import type { YamlFile } from '../yaml-file.ts';

/** A problem at a field of a file that names something which is not there. */
export function unknownReference(
  file: YamlFile,
  path: readonly PropertyKey[],
  message: string,
  plain?: Plain,
): Problem {
  return {
    code: 'knowledge/unknown-reference',
    file: file.path,
    line: file.lineOf(path),
    field: fieldOf(path),
    message,
    plain,
  };
}

/** A problem at a field whose value cannot stand. */
export function invalid(file: YamlFile, path: readonly PropertyKey[], message: string, plain?: Plain): Problem {
  return {
    code: 'knowledge/invalid-file',
    file: file.path,
    line: file.lineOf(path),
    field: fieldOf(path),
    message,
    plain,
  };
}

export function duplicate(file: YamlFile, path: readonly PropertyKey[], message: string): Problem {
  return { code: 'knowledge/duplicate-id', file: file.path, line: file.lineOf(path), field: fieldOf(path), message };
}

/** A file that there must be and is not. */
export function absentFile(file: string, why: string, plain?: Plain): Problem {
  return {
    code: 'knowledge/invalid-file',
    file,
    line: null,
    field: '',
    message: `there must be such a file: ${why}`,
    plain,
  };
}
