import { remember } from '../text/remember.ts';

/** What a language calls another: "Spanish", "espagnol". `culture` is BCP 47, `language` ISO 639-1; one without a name is said as it is. */
export function languageName(culture: string, language: string): string {
  return namesIn(culture).of(language) ?? language;
}

/** To make them costs a hundred times what asking them does. */
const namesIn = remember((culture) => new Intl.DisplayNames(culture, { type: 'language' }), 200);

/** "Spanish, English or French". */
export function oneOfLanguages(culture: string, languages: readonly string[]): string {
  const names = languages.map((language) => languageName(culture, language));
  return new Intl.ListFormat(culture, { type: 'disjunction' }).format(names);
}
