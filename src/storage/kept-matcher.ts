import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { createMatcher, trainModel, type Corpus, type Matcher, type MatcherModel } from '../core/matching/index.ts';

/**
 * The matcher of a corpus, trained once and kept in `folder`: training takes seconds, reading what it made does not.
 * What was kept by other code, another runtime or from other phrasings is another file, so it is never mistaken.
 */
export function keptMatcher(corpus: Corpus, folder: string): Matcher {
  const file = join(folder, `${prefix}${keyOf(corpus)}`);
  return createMatcher(readModel(file) ?? trainAndKeep(corpus, folder, file));
}

/** Null when there is none, or none that can be read: then it is trained anew. */
function readModel(file: string): MatcherModel | null {
  try {
    const bytes = readFileSync(file);
    const body = bytes.subarray(digestBytes);
    // A disk that was full left half a file: what is whole is told by its digest.
    return digest(body).equals(bytes.subarray(0, digestBytes)) ? (deserialize(body) as MatcherModel) : null;
  } catch {
    return null;
  }
}

/** A folder that cannot be written to costs the next start its seconds, nothing else. */
function trainAndKeep(corpus: Corpus, folder: string, file: string): MatcherModel {
  const model = trainModel(corpus);
  const body = serialize(model);
  const aside = `${file}.${process.pid}.new`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(aside, Buffer.concat([digest(body), body]));
    renameSync(aside, file);
    forgetOldest(folder);
  } catch {
    rmSync(aside, { force: true });
  }
  return model;
}

function forgetOldest(folder: string): void {
  const models = readdirSync(folder)
    .filter((name) => name.startsWith(prefix))
    .map((name) => join(folder, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const file of models.slice(modelsKept)) rmSync(file, { force: true });
}

/** The corpus, the code that trains on it, and the engine that counts. */
function keyOf(corpus: Corpus): string {
  const hash = createHash('sha256').update(process.version).update(JSON.stringify(corpus));
  const code = new URL('../core/matching/', import.meta.url);
  for (const name of readdirSync(code).sort()) hash.update(name).update(readFileSync(new URL(name, code)));
  return hash.digest('hex').slice(0, 32);
}

function digest(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

const digestBytes = 32;
const prefix = 'matcher-';
/** The running one, and a few for whoever tries other phrasings beside it. */
const modelsKept = 4;
