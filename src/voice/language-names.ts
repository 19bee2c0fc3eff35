/** What a language calls another: "Spanish", "espagnol". `culture` is BCP 47, `language` ISO 639-1; one without a name is said as it is. */
export function languageName(culture: string, language: string): string {
  return new Intl.DisplayNames(culture, { type: 'language' }).of(language) ?? language;
}

/** "Spanish, English or French". */
export function oneOfLanguages(culture: string, languages: readonly string[]): string {
  const names = languages.map((language) => languageName(culture, language));
  return new Intl.ListFormat(culture, { type: 'disjunction' }).format(names);
}
