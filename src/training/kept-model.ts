import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { MatcherModel } from '../core/matching/index.ts';

/** A model without the data of its languages: whoever asks for it has them, and they are most of its bytes. */
export type KeptModel = Omit<MatcherModel, 'languages'>;

/** Null when there is none, or none that is whole: then it is trained anew. */
export function readKeptModel(folder: string, key: string): KeptModel | null {
  return readKept(folder, matcher, key) as KeptModel | null;
}

/** @param kind what it is a model of, and how its file begins */
export function readKept(folder: string, kind: string, key: string): unknown {
  try {
    const bytes = readFileSync(join(folder, kind + key));
    const body = bytes.subarray(digestBytes);
    // A disk that was full left half a file: what is whole is told by its digest.
    return digest(body).equals(bytes.subarray(0, digestBytes)) ? deserialize(body) : null;
  } catch {
    return null;
  }
}

export function keepModel(folder: string, key: string, model: MatcherModel): void {
  const { settings, intents, learned, language, calibration } = model;
  keep(folder, matcher, key, { settings, intents, learned, language, calibration } satisfies KeptModel);
}

/** A folder that cannot be written to costs the next start its seconds, nothing else. */
export function keep(folder: string, kind: string, key: string, model: unknown): void {
  const body = serialize(model);
  const file = join(folder, kind + key);
  const aside = `${file}.${process.pid}.new`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(aside, Buffer.concat([digest(body), body]), { mode: 0o600 });
    // Written beside and renamed: another process must never read half a model.
    renameSync(aside, file);
    forgetOldest(folder, kind);
  } catch {
    if (existsSync(aside)) rmSync(aside, { force: true });
  }
}

function forgetOldest(folder: string, kind: string): void {
  const models = readdirSync(folder)
    .filter((name) => name.startsWith(kind))
    .map((name) => join(folder, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const file of models.slice(modelsKept)) rmSync(file, { force: true });
}

function digest(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

const digestBytes = 32;
const matcher = 'matcher-';
/** The running one, and a few for whoever tries other phrasings beside it. */
const modelsKept = 4;
