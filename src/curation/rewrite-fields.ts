import { Document, isMap, isScalar, Pair, parseDocument } from 'yaml';

/**
 * The text with the document's own value under each of some keys of its first level, and nothing where it has none. What
 * stands under any other stays as it was written, comments and all.
 */
export function rewriteFields(text: string, document: Document, changed: ReadonlySet<string>): string {
  if (changed.size === 0) return text;
  const before = parseDocument(text).contents;
  const keys = isMap(before) ? before.items.map(({ key }) => key) : [];
  const starts = keys.map((key) => (isScalar(key) ? key.range[0] : 0));
  const named = keys.map((key) => (isScalar(key) ? String(key.value) : ''));
  const parts = named.map((name, at) => {
    const part = text.slice(starts[at], starts[at + 1]);
    return changed.has(name) ? field(document, name) + commentsAfter(part) : part;
  });
  const added = [...changed].filter((name) => !named.includes(name)).map((name) => field(document, name));
  const head = starts[0] === undefined ? '' : text.slice(0, starts[0]);
  return [head, ...parts, ...added].join('');
}

function field(document: Document, name: string): string {
  if (!document.has(name)) return '';
  const alone = new Document({});
  if (isMap(alone.contents)) alone.contents.items.push(new Pair(name, document.get(name, true)));
  return alone.toString(layout);
}

/** Of the field that follows. */
function commentsAfter(part: string): string {
  return /(?<=\n)(?:#[^\n]*\n)+$/.exec(part)?.[0] ?? '';
}

const layout = { lineWidth: 0, singleQuote: true, flowCollectionPadding: false } as const;
