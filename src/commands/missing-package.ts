import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { AppError } from '../core/errors.ts';

/**
 * What one command alone works with is a development package: an installation without those (`npm ci --omit=dev`) serves as
 * well, and its other commands work.
 * @throws AppError runtime/missing-package naming what the command lacks and where it is to be had
 */
export async function orNameMissingPackage<T>(command: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (problem) {
    const name = missingPackage(problem);
    if (name === null) throw problem;
    throw new AppError(
      'runtime/missing-package',
      `"guichet ${command}" works with the package ${name}, which is not installed here: the server needs none of it. ` +
        'Run "npm ci" in a checkout, without --omit=dev, and the command there.',
      { command, package: name },
      problem,
    );
  }
}

/** As `import` and `require` say it; null for what should be there: a file of ours, a package that the server needs too. */
function missingPackage(problem: unknown): string | null {
  if (!(problem instanceof Error) || !('code' in problem)) return null;
  if (problem.code !== 'ERR_MODULE_NOT_FOUND' && problem.code !== 'MODULE_NOT_FOUND') return null;
  const name = /^Cannot find (?:package|module) '((?:@[\w.-]+\/)?\w[\w.-]*)/.exec(problem.message)?.[1];
  return name !== undefined && developmentPackages().has(name) ? name : null;
}

function developmentPackages(): ReadonlySet<string> {
  const file = new URL('../../package.json', import.meta.url);
  return new Set(Object.keys(Manifest.parse(JSON.parse(readFileSync(file, 'utf8'))).devDependencies));
}

const Manifest = z.object({ devDependencies: z.record(z.string(), z.string()) });
