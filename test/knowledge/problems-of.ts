import { forms } from '../../dialogs/index.ts';
import { AppError } from '../../src/core/errors.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Problem } from '../../src/knowledge/problem.ts';

/** What the first problem is expected to say. */
export type Expected = Omit<Partial<Problem>, 'message'> & { readonly message: RegExp };

/** Why a folder does not load; none when it does. */
export function problemsOf(folder: string): readonly Problem[] {
  try {
    loadKnowledge(folder, forms);
  } catch (error) {
    if (error instanceof AppError) return error.details['problems'] as readonly Problem[];
    throw error;
  }
  return [];
}
