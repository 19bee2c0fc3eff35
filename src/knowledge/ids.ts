import { z } from 'zod';
import { factForm } from '../voice/template.ts';

/** The names that the files of `knowledge/` call things by. */

export const Id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens, e.g. "carte-vitale-delay"');
/** S and a number for each document of `sources.yaml`, X for all that was read elsewhere. */
export const DocumentId = z.string().regex(/^(S\d+|X)$/, 'a document, e.g. S2, or X for what was read elsewhere');
export const FactId = z.string().regex(new RegExp(`^${factForm}$`), 'a fact of facts.yaml, e.g. S2-18 or X-30');
export const ConflictId = z.string().regex(/^C-\d\d$/, 'a conflict of conflicts.yaml, e.g. C-25');
