import { isSeq, parseDocument, stringify, type Node } from 'yaml';
import type { Day } from '../core/day.ts';

/**
 * A file with one more item at the end of a list. Everything else stays as it was written, comments and all.
 * Null when there is no such list.
 */
export function withItem(text: string, path: readonly (string | number)[], item: unknown): string | null {
  const list = parseDocument(text).getIn(path, true);
  if (!isSeq(list)) return null;
  const last = list.items.at(-1) as Node | undefined;
  const [start, end] = last?.range ?? [];
  if (start === undefined || end === undefined) return null;
  const written = list.flow === true ? `, ${inline(item)}` : `\n${leadOf(text, start)}${inline(item)}`;
  // The value of a block ends behind its line break.
  const at = text[end - 1] === '\n' ? end - 1 : list.flow === true ? end : endOfLine(text, end);
  return text.slice(0, at) + written + text.slice(at);
}

/** The file with another value at one place, which has to be there. Null when it is not. */
function withValue(text: string, path: readonly (string | number)[], value: unknown): string | null {
  const node = parseDocument(text).getIn(path, true) as Node | undefined;
  const [start, end] = node?.range ?? [];
  return start === undefined || end === undefined ? null : text.slice(0, start) + inline(value) + text.slice(end);
}

/** A further way of asking: of an answer, or of a form's start. */
export function withPhrasing(text: string, file: string, intent: string, phrasing: string): string | null {
  return withItem(text, file.endsWith('/intents.yaml') ? [intent] : ['phrasings'], phrasing);
}

/** A further value of a rate, from a day on; the values before stay for their days. */
export function withRateValue(
  text: string,
  value: { readonly from: Day; readonly value: string | number; readonly facts: readonly string[] },
): string | null {
  return withItem(text, ['values'], value);
}

export function withReview(text: string, on: Day): string | null {
  return withValue(text, ['reviewed'], on);
}

/** Who compared the text with its original, under a key that is there or at the end of the file. */
export function withCheckOf(text: string, key: string, check: Readonly<Record<'by' | 'on' | 'of', string>>): string {
  const written = stringify(check, { ...block, collectionStyle: 'flow' }).trimEnd();
  const node = parseDocument(text).get(key, true) as Node | undefined;
  const [start, end] = node?.range ?? [];
  if (start === undefined || end === undefined) return `${text.trimEnd()}\n${key}: ${written}\n`.trimStart();
  // A map of several lines ends behind its last line break, and begins below its key.
  const before = text.slice(0, start).replace(/\n\s*$/, ' ');
  return before + written + (text[end - 1] === '\n' ? '\n' : '') + text.slice(end);
}

/** A day is written as one, not as a text in quotes; amounts are quoted, as the files do. */
function inline(value: unknown): string {
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) return value;
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const fields = Object.entries(value).map(([key, held]) => `${key}: ${inline(held)}`);
    return `{ ${fields.join(', ')} }`;
  }
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  return stringify(value, { ...block, defaultStringType: 'PLAIN' }).trimEnd();
}

/** What stands before the item on its line: the dash and its place. */
function leadOf(text: string, start: number): string {
  return text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

const block = { lineWidth: 0, singleQuote: true } as const;
