import type { Shelves } from './kinds.ts';
import type { YamlFile } from './yaml-file.ts';

/** A sentence or text as it stands in a file, with where it stands. */
export type Template = {
  readonly file: YamlFile;
  readonly path: readonly PropertyKey[];
  readonly language: string;
  readonly template: string;
  /** Whether it is filled with a phrase's own variables (`{{name}}`) too. */
  readonly variables: boolean;
};

/** Every answer, phrase and reply to an emergency, by file. Phrasings are what students say: they hold no placeholders. */
export function templatesOf({ answers, phrases, 'safety-words': safety }: Shelves): readonly Template[] {
  const answered = [...answers].flatMap(([key, { file, value }]) => {
    const texts = [{ path: ['answer'], text: value.answer }, ...stringsIn(value.later, ['later'])];
    return texts.map(({ path, text }): Template => {
      return { file, path, language: key.slice(0, 2), template: text, variables: false };
    });
  });
  const said = [...phrases].flatMap(([key, { file, value }]) =>
    stringsIn(value).map(({ path, text }): Template => {
      return { file, path, language: key.slice(0, 2), template: text, variables: true };
    }),
  );
  const urgent = [...safety].flatMap(([language, { file, value }]) =>
    stringsIn(value.replies, ['replies']).map(({ path, text }): Template => {
      return { file, path, language, template: text, variables: false };
    }),
  );
  return [...answered, ...said, ...urgent];
}

function stringsIn(tree: unknown, path: readonly PropertyKey[] = []): { path: readonly PropertyKey[]; text: string }[] {
  if (typeof tree === 'string') return [{ path, text: tree }];
  if (typeof tree !== 'object' || tree === null) return [];
  const entries = Array.isArray(tree) ? [...tree.entries()] : Object.entries(tree);
  return entries.flatMap(([key, held]) => stringsIn(held, [...path, key]));
}
