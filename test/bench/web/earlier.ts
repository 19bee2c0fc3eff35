import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve, type Served } from '../../e2e/serve.ts';

/** The program as it was at a revision of this repository, served beside the one of today. */
export async function serveEarlier(revision: string, environment: Readonly<Record<string, string>>): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-earlier-'));
  const archive = execFileSync('git', ['archive', '--format=tar', revision], { cwd: root, maxBuffer: 2 ** 30 });
  execFileSync('tar', ['-x', '-C', folder], { input: archive });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  // What it has to learn is kept apart for the next run: its knowledge is another.
  const cache = join(root, 'var', `earlier-${revision}`);
  const served = await serve({ ...environment, CACHE_DIR: cache }, folder);
  return {
    ...served,
    async stop() {
      await served.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const root = new URL('../../..', import.meta.url).pathname;
