import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { serialize } from 'node:v8';
import { keptForm } from './kept-file.ts';

/**
 * SHA-256 of all that a model depends on: the data, the code that learns from it (a folder of `src/core`), and the runtime
 * that counts.
 */
export function fingerprint(data: unknown, learner: 'matching' | 'danger'): string {
  const hash = createHash('sha256').update(`${keptForm} ${process.versions.v8}`).update(serialize(data));
  const code = new URL(`../core/${learner}/`, import.meta.url);
  for (const name of readdirSync(code).sort()) hash.update(name).update(readFileSync(new URL(name, code)));
  return hash.digest('hex').slice(0, 32);
}
