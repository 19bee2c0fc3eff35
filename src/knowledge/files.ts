import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathsIn } from '../paths-in.ts';

/** A file of the knowledge base; `path` is relative to its folder, with `/`. */
export type SourceFile = { readonly path: string; readonly bytes: Buffer };

/** Every file under `folder` that answers are made from, by path. The evaluation questions are no part of it. */
export function readFiles(folder: string): readonly SourceFile[] {
  return pathsIn(folder)
    .filter((path) => isRead(path) && !path.startsWith('questions/'))
    .map((path) => ({ path, bytes: readFileSync(join(folder, path)) }));
}

/** By its name's end: what an editor or a copy leaves beside a file is none. */
export function isRead(name: string): boolean {
  return /\.(ya?ml|txt|bloom|vectors|jsonl)$/.test(name);
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
