import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { AppError } from './core/errors.ts';

/**
 * The same bytes for the same question need one engine and one set of language data: the pinned Node or none.
 * @throws AppError runtime/wrong-version
 */
export function requirePinnedRuntime(running: string = process.versions.node): void {
  const file = new URL('../package.json', import.meta.url);
  const pinned = Manifest.parse(JSON.parse(readFileSync(file, 'utf8'))).dependencies.node;
  if (running === pinned) return;
  throw new AppError(
    'runtime/wrong-version',
    `This is Node ${running}, Guichet runs on ${pinned}: use "npm start" (or "npm run …"), which takes the right one.`,
    { running, pinned },
  );
}

const Manifest = z.object({ dependencies: z.object({ node: z.string() }) });
