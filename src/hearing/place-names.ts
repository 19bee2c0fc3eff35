import worldCountries, { type Countries } from 'world-countries';
import type { HearingFile } from './language.ts';
import { phraseReader, waysOf } from './phrases.ts';
import { createPlaceIndex, type NameEntry, type PlaceIndex } from './place-index.ts';
import { tokensOf, type Spelling } from './tokens.ts';

// The package's types put its list under a second `default`, which is not there when Node loads it.
const world = worldCountries as unknown as Countries;

/** Shorter capitals are everyday words somewhere. */
const shortestCapital = 4;

/** The words for countries in every language that is heard, written as `spelling` writes; data goes before the library. */
export function createPlaces(
  languages: readonly HearingFile[],
  codes: ReadonlySet<string>,
  spelling: Spelling,
): PlaceIndex {
  const lists = languages.map(listOf);
  const entries = [
    ...languages.flatMap(({ countries }) => [
      ...fromData(countries.names, 'people', spelling),
      ...fromData(countries.cities, 'city', spelling),
    ]),
    ...world.flatMap((country) => fromLibrary(country, lists, spelling)),
  ].filter(({ code }) => codes.has(code));
  const written = languages.flatMap(({ countries }) =>
    Object.entries(countries.written).flatMap(([code, names]) => names.map((name): [string, string] => [name, code])),
  );
  return createPlaceIndex(entries, new Map(written), new Map(world.map(({ flag, cca2 }) => [flag, cca2])));
}

function fromData(
  names: Readonly<Record<string, readonly string[]>>,
  kind: NameEntry['kind'],
  spelling: Spelling,
): NameEntry[] {
  const read = phraseReader(spelling);
  return Object.entries(names).flatMap(([code, phrases]) =>
    phrases
      .flatMap((phrase) => waysOf(read(phrase)))
      .map((way) => ({
        words: way,
        code,
        kind,
        rank: kind === 'city' ? 3 : 0,
      })),
  );
}

/** How a language is looked up; Unicode names many a country otherwise than the library. */
type List = Pick<HearingFile['countries'], 'library' | 'endings'> & { readonly regions: Intl.DisplayNames };

function listOf({ countries: { library, endings } }: HearingFile): List {
  return { library, endings, regions: new Intl.DisplayNames(library, { type: 'region' }) };
}

function fromLibrary(country: Countries[number], lists: readonly List[], spelling: Spelling): NameEntry[] {
  const rank = country.independent ? 1 : 2;
  const entry = (name: string, kind: NameEntry['kind'], at = rank): NameEntry => ({
    words: wordsIn(name, spelling),
    code: country.cca2,
    kind,
    rank: at,
  });
  return [
    ...lists.flatMap(({ library, endings, regions }) => {
      // The library keeps English names outside its translations.
      const { common, official } = country.translations[library] ?? country.name;
      const { m = '', f = '' } = country.demonyms[library] ?? {};
      const names = new Set([common, official, regions.of(country.cca2) ?? common]);
      return [
        ...[...names].map((name) => entry(name, 'country')),
        ...[...new Set([m, f])].flatMap((name) => inflected(name, endings)).map((name) => entry(name, 'people')),
      ];
    }),
    ...Object.values(country.name.native).map(({ common }) => entry(common, 'country')),
    ...country.capital.filter(({ length }) => length >= shortestCapital).map((name) => entry(name, 'city', 4)),
  ];
}

/** Most names are words and spaces. */
function wordsIn(name: string, spelling: Spelling): readonly string[] {
  return /^[A-Za-z ]+$/.test(name)
    ? name.toLowerCase().split(' ').filter(Boolean)
    : tokensOf(name, spelling).map(({ text }) => text);
}

/** A demonym in every gender and number: one ending stands for the others. */
function inflected(demonym: string, endings: readonly string[]): string[] {
  if (demonym === '') return [];
  const ending = [...endings].sort((a, b) => b.length - a.length).find((end) => demonym.endsWith(end));
  if (ending === undefined) return [demonym];
  const stem = demonym.slice(0, demonym.length - ending.length);
  return [demonym, ...endings.map((end) => stem + end)];
}
