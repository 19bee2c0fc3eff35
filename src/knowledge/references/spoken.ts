import type { Shelves } from '../kinds.ts';
import type { Problem } from '../problem.ts';
import type { Knowledge } from '../schema.ts';
import { invalid } from './report.ts';

/** Names, titles and hours that stand by language in a file of all languages. */
export function checkSpoken(shelves: Shelves, { languages }: Knowledge): readonly Problem[] {
  const { rates, offers, places, sources, desk } = shelves;
  const held = [rates, offers, places, sources, desk].flatMap((shelf) => [...shelf.values()]);
  return held.flatMap(({ file, value }) =>
    perLanguageFields(value).flatMap(({ path, spoken }) => {
      const absent = languages.filter((language) => !spoken.includes(language));
      if (absent.length === 0) return [];
      const these = absent.length > 1 ? 'these' : 'this';
      return [invalid(file, path, `missing in ${absent.join(', ')}: the desk speaks ${these}`)];
    }),
  );
}

const spokenFields: ReadonlySet<PropertyKey> = new Set(['title', 'name', 'short', 'kind', 'hours']);

function perLanguageFields(
  value: unknown,
  path: readonly PropertyKey[] = [],
): { path: readonly PropertyKey[]; spoken: string[] }[] {
  if (typeof value !== 'object' || value === null) return [];
  if (spokenFields.has(path.at(-1) ?? '') && !Array.isArray(value)) return [{ path, spoken: Object.keys(value) }];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, held]) => perLanguageFields(held, [...path, key]));
}
