import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LanguageData } from '../core/matching/index.ts';

/**
 * What a language knows beside the knowledge base's own vocabulary: its general dictionary
 * (`dictionaries/<language>.bloom`, written by `.config/dictionary.ts`) and ordinary sentences about anything else
 * (`ordinary/<language>.txt`, one a line). Both may be missing: a new language works, respells more boldly and is less
 * sure of what is not its own.
 */
export function withLanguageFiles(folder: string, data: LanguageData): LanguageData {
  const dictionary = join(folder, 'dictionaries', `${data.language}.bloom`);
  const ordinary = join(folder, 'ordinary', `${data.language}.txt`);
  return {
    ...data,
    ...(existsSync(dictionary) ? { words: new Uint8Array(readFileSync(dictionary)) } : {}),
    ...(existsSync(ordinary) ? { background: linesOf(readFileSync(ordinary, 'utf8')) } : {}),
  };
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}
