import { Document, isMap, parseDocument, type YAMLMap } from 'yaml';

/** A sentence, or whatever stands there, and the keys that lead to it. */
export type Phrase = { readonly way: readonly string[]; readonly phrase: unknown };

/** A file of phrases with more of them, each at the end of what it belongs to; all else stays as it was written, byte for byte. */
export function withPhrases(text: string, phrases: readonly Phrase[]): string {
  if (phrases.length === 0) return text;
  const document = parseDocument(text);
  const placed = phrases.filter(({ way }) => placeIn(document, text, way) !== null);
  if (placed.length === phrases.length) return additionsTo(document, text, phrases).reduce(added, text);
  for (const { way, phrase } of phrases.filter((each) => !placed.includes(each))) document.setIn(way, phrase);
  return withPhrases(document.toString(asWritten), placed);
}

/** The end of lines that more can be written under, how deep in the tree they stand, and how far from the margin. */
type Place = { readonly end: number; readonly depth: number; readonly indent: number };
type Addition = Place & { readonly more: Document };

/** From the last place to the first, so that what is written at one moves no other; at the same place what is deeper stands first. */
function additionsTo(document: Document.Parsed, text: string, phrases: readonly Phrase[]): readonly Addition[] {
  const additions = new Map<string, Addition>();
  for (const { way, phrase } of phrases) {
    const place = placeIn(document, text, way);
    if (place === null) continue;
    const name = `${String(place.end)} ${String(place.depth)}`;
    const { more } = additions.get(name) ?? { more: new Document({}) };
    more.setIn(way.slice(place.depth), phrase);
    additions.set(name, { ...place, more });
  }
  return [...additions.values()].sort((a, b) => b.end - a.end || a.depth - b.depth);
}

/** Null: it belongs to what stands on one line, or to nothing that is there. */
function placeIn(document: Document.Parsed, text: string, way: readonly string[]): Place | null {
  const depth = way.findLastIndex((_, at) => isMap(document.getIn(way.slice(0, at), true)));
  const map = document.getIn(way.slice(0, depth), true) as YAMLMap | undefined;
  const start = (map?.items[0]?.key as { readonly range?: readonly number[] } | undefined)?.range?.[0];
  const end = map?.range?.[1];
  if (map?.flow === true || start === undefined || end === undefined) return null;
  return { end, depth, indent: start - text.lastIndexOf('\n', start - 1) - 1 };
}

function added(text: string, { end, indent, more }: Addition): string {
  const lines = more.toString(asWritten).replace(/^(?=.)/gm, ' '.repeat(indent));
  const [before, after] = [text.slice(0, end), text.slice(end)];
  return before.endsWith('\n') ? before + lines + after : `${before}\n${lines}${after.replace(/^\n/, '')}`;
}

const asWritten = { lineWidth: 0, singleQuote: true } as const;
