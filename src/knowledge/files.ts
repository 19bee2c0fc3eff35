import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** A file of the knowledge base; `path` is relative to its folder, with `/`. */
export type SourceFile = { readonly path: string; readonly bytes: Buffer };

/** Every file under `folder` that answers are made from, by path. The evaluation questions are no part of it. */
export function readFiles(folder: string): readonly SourceFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ya?ml|txt|bloom|vectors|jsonl)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ path: relative(folder, file).split(sep).join('/'), file }))
    .filter(({ path }) => !path.startsWith('questions/'))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, file }) => ({ path, bytes: readFileSync(file) }));
}

/** SHA-256, hex, over every path and its bytes: the same files give the same hash wherever they lie. */
export function hashOf(files: readonly SourceFile[]): string {
  const hash = createHash('sha256');
  // Lengths go in so that no two different sets of files can run together into the same bytes.
  for (const { path, bytes } of files) hash.update(`${path}\n${bytes.length}\n`).update(bytes);
  return hash.digest('hex');
}

/** Files as they would stand after a change: by path, the whole text, or null where the file goes away. */
export type FileChanges = ReadonlyMap<string, string | null>;

export function withChanges(files: readonly SourceFile[], changes: FileChanges): readonly SourceFile[] {
  const added = [...changes].flatMap(([path, text]) => (text === null ? [] : [{ path, bytes: Buffer.from(text) }]));
  return [...files.filter(({ path }) => !changes.has(path)), ...added].sort((a, b) => (a.path < b.path ? -1 : 1));
}
