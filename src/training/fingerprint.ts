import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { keptForm } from './kept-file.ts';

/**
 * SHA-256 of all that a model depends on: the data, the code that learns from it (a folder of `src/core`), and the runtime
 * that counts.
 */
export function fingerprint(data: unknown, learner: 'matching' | 'danger'): string {
  const hash = createHash('sha256').update(`${keptForm} ${process.versions.v8}`);
  // As JSON, and not as V8 writes it: those bytes are other ones for an array that V8 holds in another way, which equal data
  // are at the second call, in another thread or when a profiler looks on. All would be learned again.
  const text = JSON.stringify(data, (_key, value: unknown) => {
    if (!ArrayBuffer.isView(value)) return value;
    hash.update(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
    return { [value.constructor.name]: value.byteLength };
  });
  hash.update(text);
  const code = new URL(`../core/${learner}/`, import.meta.url);
  for (const name of readdirSync(code).sort()) hash.update(name).update(readFileSync(new URL(name, code)));
  return hash.digest('hex').slice(0, 32);
}
