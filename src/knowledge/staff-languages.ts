import type { Spoken } from '../voice/content.ts';
import { phrasesFile } from './layout.ts';

/** Phrases that colleagues alone read: a language that the staff room does not speak has none of them. */
export const staffNamespaces: ReadonlySet<string> = new Set([
  'account',
  'admin',
  'curation',
  'finding',
  'handover',
  'review',
  'saved',
  'staff',
  'work',
]);

/**
 * The languages of the staff room: as `desk.yaml` names them, else those of the desk in which any of it is written, so that
 * what is lost of one is missed. The first is the one to fall back to.
 */
export function staffLanguagesOf(
  { languages, staffLanguages }: { readonly languages: Spoken; readonly staffLanguages?: Spoken | undefined },
  paths: ReadonlySet<string>,
): Spoken {
  if (staffLanguages !== undefined) return staffLanguages;
  const [first = languages[0], ...others] = languages.filter((language) =>
    [...staffNamespaces].some((namespace) => paths.has(phrasesFile(language, namespace))),
  );
  return [first, ...others];
}
