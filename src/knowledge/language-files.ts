import { AppError } from '../core/errors.ts';
import { readWordVectors, type WordSet, type WordVectors } from '../core/matching/index.ts';
import type { DangerExample } from '../core/danger/index.ts';
import { readDangerExamples } from './danger-examples.ts';
import type { SourceFile } from './files.ts';

/**
 * In `languages/<language>/`, `dictionary.bloom`: the real words of a language. `words.vectors`: which words are near each
 * other. `ordinary.txt`: a sentence a line, about anything else. `beside.txt`: the same, of what shares a word or a way of asking with
 * one of our titles ("market hours on saturday"); danger is not learned from it. `romanised.txt`: words in Latin letters that no other
 * language has, where the language is written in others.
 */
export const dictionaryAt = /^languages\/([a-z]{2})\/dictionary\.bloom$/;
export const vectorsAt = /^languages\/([a-z]{2})\/words\.vectors$/;
export const ordinaryAt = /^languages\/([a-z]{2})\/ordinary\.txt$/;
export const besideAt = /^languages\/([a-z]{2})\/beside\.txt$/;
export const romanisedAt = /^languages\/([a-z]{2})\/romanised\.txt$/;
/** `languages/<language>/danger.jsonl`: written examples of danger and of what only sounds like it, see danger-examples.ts. */
export const dangerAt = /^languages\/([a-z]{2})\/danger\.jsonl$/;

/** All by language; a language may lack any, and is then understood a little less well. */
export function languageFiles(files: readonly SourceFile[]): {
  readonly words: Readonly<Record<string, WordSet>>;
  readonly vectors: Readonly<Record<string, WordVectors>>;
  readonly ordinary: Readonly<Record<string, readonly string[]>>;
  readonly beside: Readonly<Record<string, readonly string[]>>;
  readonly romanised: Readonly<Record<string, readonly string[]>>;
  readonly dangerExamples: Readonly<Record<string, readonly DangerExample[]>>;
} {
  return {
    words: Object.fromEntries(
      matching(files, dictionaryAt).map(([language, bytes]) => [language, new Uint8Array(bytes)]),
    ),
    vectors: Object.fromEntries(
      matching(files, vectorsAt).map(([language, bytes]) => [language, vectorsOf(language, bytes)]),
    ),
    ordinary: Object.fromEntries(matching(files, ordinaryAt).map(([language, bytes]) => [language, linesOf(bytes)])),
    beside: Object.fromEntries(matching(files, besideAt).map(([language, bytes]) => [language, linesOf(bytes)])),
    romanised: Object.fromEntries(
      matching(files, romanisedAt).map(([language, bytes]) => [language, linesOf(bytes).join(' ').split(/\s+/)]),
    ),
    dangerExamples: Object.fromEntries(
      matching(files, dangerAt).map(([language, bytes]) => [
        language,
        readDangerExamples(bytes.toString('utf8'), `languages/${language}/danger.jsonl`),
      ]),
    ),
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
