import type { Shelves } from '../kinds.ts';
import type { Problem } from '../problem.ts';
import type { Knowledge } from '../schema.ts';
import type { YamlFile } from '../yaml-file.ts';
import { invalid } from './report.ts';
import { unsaidSentences, type Unsaid } from './row-sentences.ts';

/** Everything that is said is said in each of the desk's languages, with the same keys. */
export function checkLanguages(shelves: Shelves, knowledge: Knowledge): readonly Problem[] {
  const unsaid = unsaidSentences(shelves, knowledge);
  return [
    ...files(shelves, knowledge),
    ...unsaid.map(({ problem }) => problem),
    ...phraseKeys(shelves, knowledge, unsaid),
    ...texts(shelves, knowledge),
  ];
}

function files(shelves: Shelves, { languages }: Knowledge): Problem[] {
  return (['vocabulary', 'reading'] as const).flatMap((kind) =>
    languages
      .filter((language) => !shelves[kind].has(language))
      .map((language): Problem => ({
        code: 'knowledge/invalid-file',
        file: `${kind}/${language}.yaml`,
        line: null,
        field: '',
        message: 'there must be such a file: the desk speaks this language',
      })),
  );
}

/** A key of one language's namespace must stand in every other's; what is named already is not named again. */
function phraseKeys({ phrases }: Shelves, { languages }: Knowledge, unsaid: readonly Unsaid[]): Problem[] {
  const namespaces = new Set([...phrases.keys()].map((key) => key.slice(3)));
  return [...namespaces].flatMap((namespace) => {
    const keysIn = (language: string) => keysOf(phrases.get(`${language}/${namespace}`)?.value ?? {});
    const all = new Set(languages.flatMap(keysIn));
    return languages.flatMap((language) => {
      const file = phrases.get(`${language}/${namespace}`)?.file;
      const here = new Set(keysIn(language));
      const named = new Set(unsaid.filter(({ problem }) => problem.file === file?.path).map(({ key }) => key));
      const absent = [...all].filter((key) => !here.has(key) && !named.has(key));
      if (absent.length === 0) return [];
      const message = `missing here, but another language has: ${absent.join(', ')}`;
      return [
        file === undefined
          ? {
              code: 'knowledge/invalid-file' as const,
              file: `phrases/${language}/${namespace}.yaml`,
              line: null,
              field: '',
              message,
            }
          : invalid(file, [], message),
      ];
    });
  });
}

function keysOf(tree: unknown, prefix = ''): string[] {
  if (typeof tree !== 'object' || tree === null || Array.isArray(tree)) return [prefix];
  return Object.entries(tree).flatMap(([key, held]) => keysOf(held, prefix === '' ? key : `${prefix}.${key}`));
}

/** Every other text by language: titles, names, hours. */
function texts(shelves: Shelves, { languages }: Knowledge): Problem[] {
  const told = [...shelves.answers.values(), ...shelves.rates.values(), ...shelves.offers.values()];
  const rest = [...shelves.places.values(), ...shelves.sources.values(), ...shelves.desk.values()];
  return [...told, ...rest].flatMap(({ file, value }) =>
    perLanguageFields(value).flatMap(({ path, spoken }) => {
      const absent = languages.filter((language) => !spoken.includes(language));
      return absent.length === 0 ? [] : [missingLanguage(file, path, absent)];
    }),
  );
}

const spokenFields: ReadonlySet<PropertyKey> = new Set(['title', 'text', 'name', 'short', 'kind', 'hours']);

function perLanguageFields(
  value: unknown,
  path: readonly PropertyKey[] = [],
): { path: readonly PropertyKey[]; spoken: string[] }[] {
  if (typeof value !== 'object' || value === null) return [];
  if (spokenFields.has(path.at(-1) ?? '') && !Array.isArray(value)) return [{ path, spoken: Object.keys(value) }];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, held]) => perLanguageFields(held, [...path, key]));
}

function missingLanguage(file: YamlFile, path: readonly PropertyKey[], absent: readonly string[]): Problem {
  return invalid(
    file,
    path,
    `missing in ${absent.join(', ')}: the desk speaks ${absent.length > 1 ? 'these' : 'this'}`,
  );
}
