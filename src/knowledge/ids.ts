import { z } from 'zod';
import { factForm } from '../voice/template.ts';

/** The names that the files of `knowledge/` call things by. */

const words = /^[a-z0-9]+(-[a-z0-9]+)*$/;
export const Id = z.string().regex(words, 'lower-case words joined by hyphens, e.g. "carte-vitale-delay"');
/** What a document itself says needs no page: its fact bears its name. */
export const PageId = z
  .string()
  .regex(
    words,
    'a page of pages.yaml, e.g. "service-public-f1069"; a fact that a document of sources.yaml states has none',
  );
/** S and a number for each document of `sources.yaml`, X for all that was read elsewhere. */
export const DocumentId = z.string().regex(/^(S\d+|X)$/, 'a document, e.g. S2, or X for what was read elsewhere');
export const FactId = z.string().regex(new RegExp(`^${factForm}$`), 'a fact of facts.yaml, e.g. S2-18 or X-30');
export const ConflictId = z.string().regex(/^C-\d\d$/, 'a conflict of conflicts.yaml, e.g. C-25');
