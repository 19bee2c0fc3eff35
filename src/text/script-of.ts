/** How a language is usually written: 'Latn', 'Arab', 'Hans'; a code that nobody knows is taken as Latin. */
export function scriptOf(language: string): string {
  return new Intl.Locale(language).maximize().script ?? latin;
}

/** A letter of that script, or null for the Latin one: so many languages share it that it says nothing. */
export function letterOf(script: string): RegExp | null {
  return script === latin ? null : new RegExp(`\\p{Script=${oneOf[script] ?? script}}`, 'u');
}

const latin = 'Latn';
/** Ways of writing that are no single script of Unicode's, by the one that tells them. */
const oneOf: Readonly<Record<string, string>> = Object.freeze({
  Hans: 'Hani',
  Hant: 'Hani',
  Jpan: 'Hira',
  Kore: 'Hang',
});
