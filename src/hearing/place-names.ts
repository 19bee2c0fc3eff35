import worldCountries, { type Countries } from 'world-countries';
import { lazily } from '../core/lazily.ts';
import type { HearingFile } from './language.ts';
import { phraseReader, waysOf } from './phrases.ts';
import {
  createPlaceIndex,
  indexNames,
  nameOf,
  type NameEntry,
  type NameIndex,
  type PlaceIndex,
  type Signs,
} from './place-index.ts';
import { wordsOf, type Spelling } from './tokens.ts';

// The package's types put its list under a second `default`, which is not there when Node loads it.
const world = worldCountries as unknown as Countries;

/** Shorter capitals are everyday words somewhere. */
const shortestCapital = 4;

/** What finds places in texts that are written so. */
export type PlacesFor = (spelling: Spelling) => PlaceIndex;

/**
 * The words for countries in every language that is heard; data goes before the library. They are cut and indexed once for all
 * languages: what one of them writes otherwise are a few.
 */
export function createPlaces(languages: readonly HearingFile[], codes: ReadonlySet<string>): PlacesFor {
  const shared = lazily(() => {
    const names = namesIn(languages, codes);
    const words = lazily(() => new Set(names.flatMap((name) => name.words)));
    return { names, index: indexNames(names), signs: signsIn(languages), words };
  });
  return (spelling) => {
    const { names, index, signs, words } = shared();
    return createPlaceIndex(ownNames(names, spelling), index, signs, words);
  };
}

/** A name with its apostrophes parting words; `joined` are its words where they do not. */
type Name = NameEntry & { readonly joined: readonly string[] };

/** The names that the language writes otherwise, and what else is called so in it. */
function ownNames(names: readonly Name[], spelling: Spelling): NameIndex {
  const others = new Map<Name, NameEntry>();
  for (const name of names) {
    const words = respelt(spelling.apostrophe === 'joins' ? name.joined : name.words, spelling);
    if (words !== name.words) others.set(name, { ...name, words, name: nameOf(words) });
  }
  const called = new Set(Array.from(others).flatMap(([name, other]) => [name.name, other.name]));
  const own = names.map((name) => others.get(name) ?? name).filter(({ name }) => called.has(name));
  return indexNames(own, called);
}

function respelt(words: readonly string[], { respelled }: Spelling): readonly string[] {
  const isRespelt = (word: string): boolean => respelled.has(word) && isWord.test(word);
  return words.some(isRespelt)
    ? words.flatMap((word) => (isRespelt(word) ? (respelled.get(word) ?? word) : word))
    : words;
}

/** Marks are read as they are written. */
const isWord = /^\p{L}/u;

function signsIn(languages: readonly HearingFile[]): Signs {
  const written = languages.flatMap(({ countries }) =>
    Object.entries(countries.written).flatMap(([code, names]) => names.map((name): [string, string] => [name, code])),
  );
  return { written: new Map(written), flags: new Map(world.map(({ flag, cca2 }) => [flag, cca2])) };
}

function namesIn(languages: readonly HearingFile[], codes: ReadonlySet<string>): readonly Name[] {
  const lists = languages.map(listOf);
  return [
    ...languages.flatMap(({ countries }) => [
      ...fromData(countries.names, 'people'),
      ...fromData(countries.cities, 'city'),
    ]),
    ...world.flatMap((country) => fromLibrary(country, lists)),
  ].filter(({ code }) => codes.has(code));
}

const splits = plainSpelling('splits');
const joins = plainSpelling('joins');

function plainSpelling(apostrophe: Spelling['apostrophe']): Spelling {
  return { apostrophe, particles: [], respelled: new Map(), figures: new Map() };
}

const apostrophes = /['’‘`´]/;

function fromData(names: Readonly<Record<string, readonly string[]>>, kind: NameEntry['kind']): Name[] {
  const [waysIn, joinedWaysIn] = [waysReader(splits), waysReader(joins)];
  const rank = kind === 'city' ? 3 : 0;
  return Object.entries(names).flatMap(([code, phrases]) =>
    phrases.flatMap((phrase) => {
      const ways = waysIn(phrase);
      const joined = apostrophes.test(phrase) ? joinedWaysIn(phrase) : ways;
      return ways.map((words, way): Name => ({
        name: nameOf(words),
        words,
        joined: joined[way] ?? words,
        code,
        kind,
        rank,
      }));
    }),
  );
}

/** Thousands are read before the first message is heard, and most are words alone: they are written in one way. */
function waysReader(spelling: Spelling): (phrase: string) => ReturnType<typeof waysOf> {
  const read = phraseReader(spelling);
  return (phrase) => (patterned.test(phrase) ? waysOf(read(phrase)) : [wordsOf(phrase, spelling)]);
}

/** What a phrase may hold besides words. */
const patterned = /[(<*.\d]/;

/** How a language is looked up; Unicode names many a country otherwise than the library. */
type List = Pick<HearingFile['countries'], 'library' | 'endings'> & { readonly regions: Intl.DisplayNames };

function listOf({ countries: { library, endings } }: HearingFile): List {
  return { library, endings, regions: new Intl.DisplayNames(library, { type: 'region' }) };
}

function fromLibrary(country: Countries[number], lists: readonly List[]): Name[] {
  const rank = country.independent ? 1 : 2;
  const entry = (name: string, kind: NameEntry['kind'], at = rank): Name => {
    const words = wordsOf(name, splits);
    const joined = apostrophes.test(name) ? wordsOf(name, joins) : words;
    return { name: nameOf(words), words, joined, code: country.cca2, kind, rank: at };
  };
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

/** A demonym in every gender and number: one ending stands for the others. */
function inflected(demonym: string, endings: readonly string[]): string[] {
  if (demonym === '') return [];
  const ending = [...endings].sort((a, b) => b.length - a.length).find((end) => demonym.endsWith(end));
  if (ending === undefined) return [demonym];
  const stem = demonym.slice(0, demonym.length - ending.length);
  return [demonym, ...endings.map((end) => stem + end)];
}
