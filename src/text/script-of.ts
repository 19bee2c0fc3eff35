import { remember } from './remember.ts';

/** How a language is usually written: 'Latn', 'Arab', 'Hans'; a code that nobody knows is taken as Latin. */
export function scriptOf(language: string): string {
  return scripts(language).script;
}

/** Asked of a few languages at every word; an `Intl.Locale` costs more than all else that is done with it. */
const scripts = remember((language) => ({ script: new Intl.Locale(language).maximize().script ?? latin }), 200);

/** A letter of that script, or null for the Latin one: so many languages share it that it says nothing. */
export function letterOf(script: string): RegExp | null {
  return script === latin ? null : letters(script);
}

const letters = remember((script) => new RegExp(`\\p{Script=${oneOf[script] ?? script}}`, 'u'), 200);

const latin = 'Latn';
/** Ways of writing that are no single script of Unicode's, by the one that tells them. */
const oneOf: Readonly<Record<string, string>> = Object.freeze({
  Hans: 'Hani',
  Hant: 'Hani',
  Jpan: 'Hira',
  Kore: 'Hang',
});
