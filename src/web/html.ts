/** HTML that is safe to send. Made by `html` and `raw` alone. */
export type Html = { readonly markup: string };

type Fill = Html | string | number | null | false | readonly Fill[];

/** A template whose every filling is escaped, unless it is Html already. Null and false fill nothing. */
export function html(strings: TemplateStringsArray, ...fills: readonly Fill[]): Html {
  return { markup: strings.reduce((all, part, index) => all + markupOf(fills[index - 1] ?? null) + part) };
}

/** Markup that was made safe elsewhere (the Markdown renderer, our own files). */
export function raw(markup: string): Html {
  return { markup };
}

function markupOf(fill: Fill): string {
  if (fill === null || fill === false) return '';
  if (typeof fill === 'string' || typeof fill === 'number') return escaped(String(fill));
  if (isList(fill)) return fill.map(markupOf).join('');
  return fill.markup;
}

function isList(fill: Fill): fill is readonly Fill[] {
  return Array.isArray(fill);
}

function escaped(text: string): string {
  return text.replace(/[&<>"'`]/g, (character) => `&#${String(character.charCodeAt(0))};`);
}
