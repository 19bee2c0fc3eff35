/** How a language is usually written: 'Latn', 'Arab', 'Hans'; a code that nobody knows is taken as Latin. */
export function scriptOf(language: string): string {
  const known = scripts.get(language);
  if (known !== undefined) return known;
  const script = new Intl.Locale(language).maximize().script ?? latin;
  scripts.set(language, script);
  return script;
}

/** Asked of a few languages at every word; an `Intl.Locale` costs more than all else that is done with it. */
const scripts = new Map<string, string>();

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
