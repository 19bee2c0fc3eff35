import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerFile } from '../../knowledge/layout.ts';
import { DeskFile } from '../../knowledge/schema.ts';
import { parseYaml, shapedAs } from '../../knowledge/yaml-file.ts';
import { pathsIn } from '../../paths-in.ts';
import type { Spoken } from '../../voice/content.ts';

/** What there is where something new is to be written; paths are from its top, with `/`. */
export type Checkout = {
  readonly languages: Spoken;
  readonly has: (path: string) => boolean;
  readonly read: (path: string) => string;
  /** Every file of a folder, at any depth, by its path in it. */
  readonly filesIn: (folder: string) => readonly string[];
  /** Whether its answers in a language are translations of others: they say who checked them. */
  readonly translates: (language: string) => boolean;
};

/** @throws AppError `knowledge/…` when the desk's file cannot be read */
export function checkoutAt(top: string): Checkout {
  const read = (path: string) => readFileSync(join(top, path), 'utf8');
  const has = (path: string) => existsSync(join(top, path));
  const filesIn = (folder: string) => (has(folder) ? pathsIn(join(top, folder)) : []);
  const desk = parseYaml({ path: 'desk.yaml', bytes: readFileSync(join(top, 'knowledge/desk.yaml')) });
  const { languages, originals } = shapedAs(DeskFile, desk);
  return {
    languages,
    has,
    read,
    filesIn,
    translates: (language) =>
      originals !== undefined
        ? !originals.includes(language)
        : filesIn('knowledge/topics')
            .map((file) => `knowledge/${answerFile(language, file.replace(/\.yaml$/, ''))}`)
            .some((path) => has(path) && /^checked:/m.test(read(path))),
  };
}
