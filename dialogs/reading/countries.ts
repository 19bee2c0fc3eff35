import worldCountries, { type Countries } from 'world-countries';
import { wordsOf } from '../../src/conversation/words.ts';
import type { Knowledge } from '../../src/knowledge/schema.ts';

/** A country or nationality named in a text: ISO 3166-1 alpha-2, `CA-QC` or `XK`. */
export type Mention = { readonly code: string; readonly at: number; readonly length: number };

/** Finds countries, demonyms, capitals and well-known cities in any of the desk's languages. */
export type CountryReader = {
  find(text: string): readonly Mention[];
  /** All names, for a misspelt answer to "which country?". */
  readonly names: readonly { readonly name: string; readonly code: string }[];
};

// The package's types put its list under a second `default`, which is not there when Node loads it.
const countries = worldCountries as unknown as Countries;
const longestName = 6;
/** Shorter capitals are everyday words somewhere (Male, Rome is in the vocabulary). */
const shortestCity = 5;

export function createCountryReader(knowledge: Pick<Knowledge, 'vocabulary' | 'reading'>): CountryReader {
  const index = new Map<string, string>();
  const names: { name: string; code: string }[] = [];
  const add = (name: string, code: string, listed: boolean) => {
    const key = wordsOf(name).join(' ');
    if (key === '' || index.has(key)) return;
    index.set(key, code);
    if (listed) names.push({ name: key, code });
  };
  for (const vocabulary of Object.values(knowledge.vocabulary)) {
    for (const [code, words] of Object.entries(vocabulary.countries)) for (const word of words) add(word, code, true);
  }
  for (const country of [...countries].sort((a, b) => Number(b.independent) - Number(a.independent))) {
    for (const { countryLanguage } of Object.values(knowledge.vocabulary)) {
      for (const name of namesIn(country, countryLanguage)) add(name, country.cca2, true);
    }
  }
  for (const country of countries) {
    for (const native of Object.values(country.name.native)) add(native.common, country.cca2, true);
  }
  for (const { cities } of Object.values(knowledge.reading)) {
    for (const [code, names] of Object.entries(cities)) for (const name of names) add(name, code, false);
  }
  for (const country of countries) {
    for (const capital of country.capital) if (capital.length >= shortestCity) add(capital, country.cca2, false);
  }
  return { names, find: (text) => find(index, wordsOf(text)) };
}

function namesIn(country: Countries[number], language: string): string[] {
  // The library keeps English names outside its translations.
  const translated = country.translations[language] ?? country.name;
  const demonyms = country.demonyms[language];
  return [translated.common, translated.official, demonyms?.m, demonyms?.f, ...plurals(demonyms)].filter(
    (name) => name !== undefined,
  );
}

function plurals(demonyms: { m: string; f: string } | undefined): string[] {
  return demonyms === undefined ? [] : [`${demonyms.m}s`, `${demonyms.f}s`];
}

function find(index: ReadonlyMap<string, string>, words: readonly string[]): readonly Mention[] {
  const mentions: Mention[] = [];
  for (let at = 0; at < words.length; at++) {
    for (let length = Math.min(longestName, words.length - at); length > 0; length--) {
      const code = index.get(words.slice(at, at + length).join(' '));
      if (code === undefined) continue;
      mentions.push({ code, at, length });
      at += length - 1;
      break;
    }
  }
  return mentions;
}
