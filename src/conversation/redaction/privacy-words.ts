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

/** Names of countries and of their people, whole: "I am South Korean" introduces nobody, and "I am Jordan Smith" does. */
export function peoples(): ReadonlySet<string> {
  const people = world.flatMap(({ demonyms }) => Object.values(demonyms).flatMap(({ m, f }) => [m, f]));
  const countries = world.flatMap(({ name, translations, capital }) => [
    name.common,
    ...Object.values(translations).map(({ common }) => common),
    ...capital,
  ]);
  const several = countries.map(written).filter((name) => name.includes(' '));
  return new Set([...people.map(written), ...several]);
}

function written(name: string): string {
  return wordsIn(name)
    .map(({ folded }) => folded)
    .join(' ');
}

// The package's types put its list under a second `default`, which is not there when Node loads it.
const world = worldCountries as unknown as Countries;
