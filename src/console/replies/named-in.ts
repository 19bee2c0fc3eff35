import { languageNamed } from '../title-of.ts';
import type { Visit } from '../page.ts';

/** "English and French", as the colleague calls them. */
export function namedIn({ culture }: Pick<Visit, 'culture'>, languages: readonly string[]): string {
  return new Intl.ListFormat(culture, { type: 'conjunction' }).format(
    languages.map((language) => languageNamed({ culture }, language)),
  );
}
