import type { WordSet } from '../core/matching/index.ts';
import type { SourceFile } from './files.ts';

/** `dictionaries/<language>.bloom`: the real words of a language. `ordinary/<language>.txt`: a sentence a line, about anything else. */
export const dictionaryAt = /^dictionaries\/([a-z]{2})\.bloom$/;
export const ordinaryAt = /^ordinary\/([a-z]{2})\.txt$/;

/** Both by language; a language may lack either, and is then understood a little less well. */
export function languageFiles(files: readonly SourceFile[]): {
  readonly words: Readonly<Record<string, WordSet>>;
  readonly ordinary: Readonly<Record<string, readonly string[]>>;
} {
  return {
    words: Object.fromEntries(
      matching(files, dictionaryAt).map(([language, bytes]) => [language, new Uint8Array(bytes)]),
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

function linesOf(bytes: Buffer): readonly string[] {
  return bytes
    .toString('utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}
