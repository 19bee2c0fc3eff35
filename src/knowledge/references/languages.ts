import type { Shelves } from '../kinds.ts';
import { languageFile, phrasesFile } from '../layout.ts';
import type { Problem } from '../problem.ts';
import type { Knowledge } from '../schema.ts';
import { checkAnswers } from './answers.ts';
import { absentFile, invalid } from './report.ts';
import { staffNamespaces } from '../staff-languages.ts';
import { unsaidSentences, type Unsaid } from './row-sentences.ts';
import { checkSpoken } from './spoken.ts';

/**
 * Everything that is said is said in each of the desk's languages, with the same keys, and each is read and redacted. What
 * cannot be read (`paths` has it and no shelf) is named where it is read, and nothing here follows from it.
 */
export function checkLanguages(shelves: Shelves, knowledge: Knowledge, paths: ReadonlySet<string>): readonly Problem[] {
  const unsaid = unsaidSentences(shelves, knowledge, paths);
  return [
    ...files(knowledge, paths),
    ...unspoken(shelves, knowledge),
    ...keys(shelves, knowledge),
    ...checkAnswers(shelves, knowledge, paths),
    ...unsaid.map(({ problem }) => problem),
    ...phraseKeys(shelves, knowledge, { unsaid, paths }),
    ...checkSpoken(shelves, knowledge),
  ];
}

/** Without any of these a language would be spoken and not understood, or understood and not redacted. */
function files({ languages, staffLanguages }: Knowledge, paths: ReadonlySet<string>): Problem[] {
  const needed = languages.flatMap((language) =>
    ['vocabulary', 'reading', 'reactions', 'hearing', 'privacy'].map((name) => languageFile(language, name)),
  );
  // Where one language says how colleagues sign in, the others are found to lack it below.
  const signIn = staffLanguages.map((language) => phrasesFile(language, 'account'));
  const all = signIn.some((file) => paths.has(file)) ? needed : [...needed, ...signIn];
  return all.filter((file) => !paths.has(file)).map((file) => absentFile(file, 'the desk speaks this language'));
}

/** Nobody is answered in another, and no figure or day is written as it writes them. */
function unspoken({ desk }: Shelves, { languages, ...named }: Knowledge): Problem[] {
  return (['originals', 'staffLanguages'] as const).flatMap((field) => {
    const foreign = named[field].filter((language) => !languages.includes(language));
    if (foreign.length === 0) return [];
    const message = `${foreign.join(', ')}: accepted are languages of the desk, ${languages.join(', ')}`;
    return [...desk.values()].map(({ file }) => invalid(file, [field], message));
  });
}

/** Where what stands in one language must stand in each: what a form can ask, in whichever language it is answered. */
const keyed = {
  reading: ['commands', 'fields'],
  reactions: ['tells'],
  hearing: ['values', 'things', 'about', 'roles'],
  vocabulary: ['units'],
} as const;

function keys(shelves: Shelves, { languages }: Knowledge): Problem[] {
  return (['reading', 'reactions', 'hearing', 'vocabulary'] as const).flatMap((kind) => {
    const spoken = languages.flatMap((language) => shelves[kind].get(language) ?? []);
    return keyed[kind].flatMap((field) => {
      const keysIn = ({ value }: (typeof spoken)[number]) => {
        const held = (value as Readonly<Record<string, object>>)[field] ?? {};
        // A unit's forms and the places of a role's cues are the language's own: their number differs.
        return field === 'units' || field === 'roles' ? Object.keys(held) : keysOf(held);
      };
      const all = new Set(spoken.flatMap(keysIn));
      return spoken.flatMap((held) => {
        const here = new Set(keysIn(held));
        const absent = [...all].filter((key) => !here.has(key));
        return absent.length === 0 ? [] : [invalid(held.file, [field], missingHere(absent))];
      });
    });
  });
}

/** A key of one language's namespace must stand in every other's that says it; what is named already is not named again. */
function phraseKeys(
  { phrases }: Shelves,
  { languages: all, staffLanguages }: Knowledge,
  { unsaid, paths }: { readonly unsaid: readonly Unsaid[]; readonly paths: ReadonlySet<string> },
): Problem[] {
  const namespaces = new Set([...phrases.keys()].map((key) => key.slice(3)));
  return [...namespaces].flatMap((namespace) => {
    const languages = staffNamespaces.has(namespace) ? staffLanguages : all;
    const keysIn = (language: string) => keysOf(phrases.get(`${language}/${namespace}`)?.value ?? {});
    const said = new Set(languages.flatMap(keysIn));
    return languages.flatMap((language) => {
      const keys = countedIn(language, said);
      const path = phrasesFile(language, namespace);
      const file = phrases.get(`${language}/${namespace}`)?.file;
      if (file === undefined) return paths.has(path) ? [] : [absentFile(path, 'another language says it')];
      const here = new Set(keysIn(language));
      const named = new Set(unsaid.filter(({ problem }) => problem.file === path).map(({ key }) => key));
      const absent = keys.filter((key) => !here.has(key) && !named.has(key));
      return absent.length === 0 ? [] : [invalid(file, [], missingHere(absent))];
    });
  });
}

/** The keys of all languages as one of them needs them: `days_one` and `days_other` in English, six forms of it in Arabic. */
function countedIn(language: string, said: ReadonlySet<string>): string[] {
  const rules = new Intl.PluralRules(language);
  const categories = [...new Set(Array.from({ length: mostCounted + 1 }, (_, count) => rules.select(count)))];
  const needed = [...said].flatMap((key) => {
    const counted = pluralForm.exec(key)?.[1];
    const isCounted = counted !== undefined && ['one', 'other'].every((form) => said.has(`${counted}_${form}`));
    return isCounted ? categories.map((category) => `${counted}_${category}`) : [key];
  });
  return [...new Set(needed)];
}

const pluralForm = /^(.*)_(?:zero|one|two|few|many|other)$/;
/** Nothing is counted that is more. */
const mostCounted = 200;

function missingHere(absent: readonly string[]): string {
  return `missing here, but another language has: ${absent.join(', ')}`;
}

/** The way to each value in a tree. */
function keysOf(tree: unknown, prefix = ''): string[] {
  if (typeof tree !== 'object' || tree === null || Array.isArray(tree)) return [prefix];
  return Object.entries(tree).flatMap(([key, held]) => keysOf(held, prefix === '' ? key : `${prefix}.${key}`));
}
