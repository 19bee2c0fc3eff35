import { AppError } from '../core/errors.ts';
import { readWordVectors, type WordSet, type WordVectors } from '../core/matching/index.ts';
import type { SourceFile } from './files.ts';

/**
 * In `languages/<language>/`, `dictionary.bloom`: the real words of a language. `words.vectors`: which words are near each
 * other. `ordinary.txt`: a sentence a line, about anything else.
 */
export const dictionaryAt = /^languages\/([a-z]{2})\/dictionary\.bloom$/;
export const vectorsAt = /^languages\/([a-z]{2})\/words\.vectors$/;
export const ordinaryAt = /^languages\/([a-z]{2})\/ordinary\.txt$/;

/** All by language; a language may lack any, and is then understood a little less well. */
export function languageFiles(files: readonly SourceFile[]): {
  readonly words: Readonly<Record<string, WordSet>>;
  readonly vectors: Readonly<Record<string, WordVectors>>;
  readonly ordinary: Readonly<Record<string, readonly string[]>>;
} {
  return {
    words: Object.fromEntries(
      matching(files, dictionaryAt).map(([language, bytes]) => [language, new Uint8Array(bytes)]),
    ),
    vectors: Object.fromEntries(
      matching(files, vectorsAt).map(([language, bytes]) => [language, vectorsOf(language, bytes)]),
    ),
    ordinary: Object.fromEntries(matching(files, ordinaryAt).map(([language, bytes]) => [language, linesOf(bytes)])),
  };
}

function matching(files: readonly SourceFile[], at: RegExp): (readonly [string, Buffer])[] {
  return files.flatMap(({ path, bytes }) => {
    const language = at.exec(path)?.[1];
    return language === undefined ? [] : [[language, bytes] as const];
  });
}

function vectorsOf(language: string, bytes: Buffer): WordVectors {
  const vectors = readWordVectors(bytes);
  if (vectors !== null) return vectors;
  const file = `languages/${language}/words.vectors`;
  throw new AppError('knowledge/invalid-file', `${file} is not whole: write it again`, { file });
}

function linesOf(bytes: Buffer): readonly string[] {
  return bytes
    .toString('utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}
