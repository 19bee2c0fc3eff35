import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { MatcherModel } from '../core/matching/index.ts';

/** A model without the data of its languages: whoever asks for it has them, and they are most of its bytes. */
export type KeptModel = Omit<MatcherModel, 'languages'>;

/** Null when there is none, or none that is whole: then it is trained anew. */
export function readKeptModel(folder: string, key: string): KeptModel | null {
  try {
    const bytes = readFileSync(join(folder, prefix + key));
    const body = bytes.subarray(digestBytes);
    // A disk that was full left half a file: what is whole is told by its digest.
    return digest(body).equals(bytes.subarray(0, digestBytes)) ? (deserialize(body) as KeptModel) : null;
  } catch {
    return null;
  }
}

/** A folder that cannot be written to costs the next start its seconds, nothing else. */
export function keepModel(folder: string, key: string, model: MatcherModel): void {
  const { settings, intents, learned, language, calibration } = model;
  const body = serialize({ settings, intents, learned, language, calibration } satisfies KeptModel);
  const file = join(folder, prefix + key);
  const aside = `${file}.${process.pid}.new`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(aside, Buffer.concat([digest(body), body]), { mode: 0o600 });
    // Written beside and renamed: another process must never read half a model.
    renameSync(aside, file);
    forgetOldest(folder);
  } catch {
    if (existsSync(aside)) rmSync(aside, { force: true });
  }
}

function forgetOldest(folder: string): void {
  const models = readdirSync(folder)
    .filter((name) => name.startsWith(prefix))
    .map((name) => join(folder, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const file of models.slice(modelsKept)) rmSync(file, { force: true });
}

function digest(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

const digestBytes = 32;
const prefix = 'matcher-';
/** The running one, and a few for whoever tries other phrasings beside it. */
const modelsKept = 4;
