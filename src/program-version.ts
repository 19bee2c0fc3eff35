import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pathsIn } from './paths-in.ts';

export const top = fileURLToPath(new URL('..', import.meta.url));
let version: string | null = null;

/**
 * SHA-256 of all that the program is made of: its sources, the packages, the runtime, and where they lie. What is kept from
 * one start for the next belongs to it. In the packed program stands the version that was packed.
 */
export function programVersion(): string {
  return (version ??= ofTheFiles());
}

/** Names what is kept of a state of the knowledge, by its hash, for this very program. */
export function keyOf(knowledgeHash: string): string {
  return `${knowledgeHash.slice(0, 16)}${programVersion().slice(0, 16)}`;
}

function ofTheFiles(): string {
  const hash = createHash('sha256').update(`${process.version} ${process.arch} ${top}`);
  for (const file of [...programFiles(), 'package.json', 'node_modules/.package-lock.json']) {
    const path = join(top, file);
    if (existsSync(path)) hash.update(`\n${file}\n`).update(readFileSync(path));
  }
  return hash.digest('hex').slice(0, 32);
}

function programFiles(): readonly string[] {
  return ['src', 'dialogs'].flatMap((folder) =>
    pathsIn(join(top, folder))
      .filter((path) => path.endsWith('.ts'))
      .map((path) => `${folder}/${path}`),
  );
}
