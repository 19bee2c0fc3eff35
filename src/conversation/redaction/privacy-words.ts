import worldCountries, { type Countries } from 'world-countries';
import type { PrivacyFile } from '../../knowledge/privacy-schema.ts';
import type { Months } from './dates-written.ts';
import { plainWord, wordsIn } from './read-words.ts';

type List = Exclude<keyof PrivacyFile, 'months'>;

/** The words of every language, one list each. */
export type PrivacyWords = {
  readonly lists: Readonly<Record<List, readonly string[]>>;
  readonly months: Months;
  /** A list as a set of words as they are compared. */
  readonly set: (...lists: readonly List[]) => ReadonlySet<string>;
};

export function privacyWords(files: readonly PrivacyFile[]): PrivacyWords {
  const [first] = files;
  const names = Object.keys(first ?? {}).filter((name): name is List => name !== 'months');
  const lists = Object.fromEntries(names.map((name) => [name, files.flatMap((file) => file[name])])) as Record<
    List,
    string[]
  >;
  return {
    lists,
    months: new Map(
      files.flatMap(({ months }) =>
        months.flatMap((spellings, index) => spellings.map((name) => [plainWord(name), index + 1] as const)),
      ),
    ),
    set: (...some) => new Set(some.flatMap((list) => lists[list]).map(plainWord)),
  };
}

/** Every word in the name of a country or of its people: "I am South Korean" introduces nobody. */
export function countryWords(): ReadonlySet<string> {
  const names = world.flatMap(({ name, translations, demonyms, capital }) => [
    name.common,
    ...Object.values(translations).map(({ common }) => common),
    ...Object.values(demonyms).flatMap(({ m, f }) => [m, f]),
    ...capital,
  ]);
  return new Set(names.flatMap((name) => wordsIn(name)).map(({ folded }) => folded));
}

// The package's types put its list under a second `default`, which is not there when Node loads it.
const world = worldCountries as unknown as Countries;
