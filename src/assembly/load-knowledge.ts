import { fileURLToPath } from 'node:url';
import { forms } from '../../dialogs/index.ts';
import { AppError } from '../core/errors.ts';
import { hashOf, readFiles } from '../knowledge/files.ts';
import { freezeDeep } from '../knowledge/freeze.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import type { Knowledge } from '../knowledge/schema.ts';
import { withShippedPhrases } from '../knowledge/stand-in.ts';
import { keyOf } from '../program-version.ts';
import { keep, readKept } from '../training/kept-file.ts';
import { fromParts, inParts, type KeptKnowledge } from './kept-knowledge.ts';

const own = fileURLToPath(new URL('../../knowledge', import.meta.url));

/**
 * The knowledge that the program answers from. Where it cannot be used because it lacks what this version needs, the refusal
 * names the command that supplies it.
 * @throws AppError `knowledge/…`
 */
export async function knowledgeAt(folder: string, cacheFolder: string): Promise<Knowledge> {
  try {
    return readOrRemember(folder, cacheFolder);
  } catch (problem) {
    const named = problem instanceof AppError && problem.code === 'knowledge/old-layout';
    if (!(problem instanceof AppError) || named || !(await isBehind(folder))) throw problem;
    const command =
      'This folder lacks what this version needs: stop the server, then run `guichet knowledge migrate DIR` ' +
      '(`npm run -s knowledge -- migrate DIR`) with it as DIR; `--dry-run` says first what that would do';
    throw new AppError(problem.code, `${problem.message}\n${command}`, problem.details, problem);
  }
}

/** These very files were read and checked before, by this very program: what came of it is as good. */
function readOrRemember(folder: string, cacheFolder: string): Knowledge {
  const key = keyOf(hashOf(readFiles(folder)));
  const kept = readKept(cacheFolder, 'knowledge-', key) as KeptKnowledge | null;
  if (kept !== null) return fromParts(kept);
  const knowledge = freezeDeep(withShippedPhrases(loadKnowledge(folder, forms), folder));
  keep(cacheFolder, 'knowledge-', key, inParts(knowledge));
  return knowledge;
}

/** Looked at when the start fails, and loaded then: a server that starts needs none of it. */
async function isBehind(folder: string): Promise<boolean> {
  const { planMigration } = await import('../knowledge/migrate/migrate-folder.ts');
  const { isNothing } = await import('../knowledge/migrate/plan.ts');
  try {
    return !isNothing(planMigration(folder, own));
  } catch {
    // No folder of knowledge, or one with a file that is no YAML: the first refusal says what.
    return false;
  }
}
