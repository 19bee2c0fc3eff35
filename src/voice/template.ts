/** Sentences as they stand in the files: interpolations `{{rate gp-visit}}` and fact marks `[S2-18, X-30]`. */

/** How a fact is named: by its document, and its number there. */
export const factForm = String.raw`(?:S\d+|X)-\d{2,}`;

/** What stands between the braces, spaces tidied, in order. */
export function interpolationsOf(template: string): readonly string[] {
  return [...template.matchAll(/\{\{-?(.+?)\}\}/g)].map(([, body = '']) => body.trim().replace(/\s+/g, ' '));
}

/** A variable of the phrase (`name`, `amount, money`) rather than a figure or a place of the knowledge base. */
export function isVariable(interpolation: string): boolean {
  return /^[\w.]+( ?,.*)?$/.test(interpolation);
}

/** The facts that the marks name, each once, in order. */
export function factsOf(template: string): readonly string[] {
  const marks = [...template.matchAll(factMark)].flatMap(([, facts = '']) => facts.split(/,\s*/));
  return [...new Set(marks)];
}

/** The template as readers get it: the marks gone, and the space before them. */
export function withoutMarks(template: string): string {
  return template.replace(factMark, '');
}

/** Runs of spaces, space before an English full stop, and blank lines at the ends, which marks and values leave behind. */
export function tidy(text: string): string {
  return text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ +([.,)])/g, '$1')
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** A mark with the space before it; the facts are its group. */
export const factMark = new RegExp(String.raw`[^\S\n]*\[(${factForm}(?:,\s*${factForm})*)\]`, 'g');
