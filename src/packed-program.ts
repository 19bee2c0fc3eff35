import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { programVersion, top } from './program-version.ts';

/**
 * Of thousands of files most of a start is spent on finding and reading each: packed in a few they are there at once. A pack
 * is made at the first start, belongs to these very sources at this very place, and may be deleted at any time. It lies
 * beside the packages, not beside the data: who may write the data must not write the program. `npm ci` empties it.
 */
export const cacheOfPrograms = join(top, 'node_modules/.cache/guichet');

/** The address of the packed program; null where none can be had: without rolldown, or where nothing may be written. */
export function packedProgram(): string | null {
  if (process.env['GUICHET_UNPACKED'] !== undefined) return null;
  const version = programVersion();
  const folder = join(cacheOfPrograms, `program-${version}`);
  const program = join(folder, 'run-command.mjs');
  return existsSync(program) || pack(version, folder, program) ? pathToFileURL(program).href : null;
}

/** In a process of its own, which takes the packer's memory with it. Of several starts at once one packs, the others go on. */
function pack(version: string, folder: string, program: string): boolean {
  const mark = `${cacheOfPrograms}/packing`;
  try {
    mkdirSync(cacheOfPrograms, { recursive: true });
    if (existsSync(mark) && Date.now() - statSync(mark).mtimeMs > givenUpMs) rmSync(mark, { recursive: true });
    mkdirSync(mark);
  } catch {
    return false;
  }
  try {
    forgetOldest();
    const packer = fileURLToPath(new URL('pack-program.ts', import.meta.url));
    spawnSync(process.execPath, [packer, folder, version], {
      stdio: 'ignore',
      env: { RAYON_NUM_THREADS: '1' },
      timeout: givenUpMs,
    });
    return existsSync(program);
  } finally {
    rmSync(mark, { recursive: true, force: true });
  }
}

/** A few stay: a server of before may still be without a part that it has not needed yet. */
function forgetOldest(): void {
  const programs = readdirSync(cacheOfPrograms)
    .filter((name) => name.startsWith('program-'))
    .map((name) => join(cacheOfPrograms, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const program of programs.slice(mostKept)) rmSync(program, { recursive: true, force: true });
}

const mostKept = 4;
const givenUpMs = 60_000;
