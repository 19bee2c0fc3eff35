import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { packPlain, unpackPlain } from './plain-bytes.ts';

/**
 * What was worked out once, for the next start: plain data in a file of the cache folder, named for its kind and its key.
 * @returns null when there is none, or none that is whole: then it is worked out anew
 */
export function readKept(folder: string, kind: string, key: string): unknown {
  try {
    const file = join(folder, kind + key);
    const bytes = readFileSync(file);
    markUsed(file);
    const body = bytes.subarray(sumBytes);
    // A disk that was full left half a file: what is whole is told by its sum.
    return crc32(body) === bytes.readUInt32LE(0) ? unpackPlain(body) : null;
  } catch {
    return null;
  }
}

/** Whether there is such a file: it is read when it is needed. */
export function isKept(folder: string, kind: string, key: string): boolean {
  const file = join(folder, kind + key);
  if (!existsSync(file)) return false;
  markUsed(file);
  return true;
}

/** A folder that cannot be written to costs the next start its seconds, nothing else. */
export function keep(folder: string, kind: string, key: string, value: unknown): void {
  const file = join(folder, kind + key);
  const aside = `${file}.${process.pid}.new`;
  try {
    const body = packPlain(value);
    const sum = Buffer.alloc(sumBytes);
    sum.writeUInt32LE(crc32(body));
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(aside, Buffer.concat([sum, body]), { mode: 0o600 });
    // Written beside and renamed: another process must never read half a model.
    renameSync(aside, file);
    forgetLongestUnused(folder, kind);
  } catch {
    if (existsSync(aside)) rmSync(aside, { force: true });
  }
}

/** What others are kept beside stays as long as somebody reads it. */
function markUsed(file: string): void {
  try {
    const now = Date.now() / 1000;
    utimesSync(file, now, now);
  } catch {
    // Where nothing can be written nothing is forgotten either.
  }
}

function forgetLongestUnused(folder: string, kind: string): void {
  const files = readdirSync(folder)
    .filter((name) => name.startsWith(kind))
    .map((name) => join(folder, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const file of files.slice(mostKept)) rmSync(file, { force: true });
}

/** Of how the files are written: part of the key of whatever may outlive a version of the program. */
export const keptForm = 'arrays-first, no texts';
/** Of eight, so that the numbers behind it lie where they may be read in place. */
const sumBytes = 8;
/** The running one, and a few for whoever tries other phrasings beside it: those that were used last. */
const mostKept = 4;
