import { isMap, parseDocument, stringify, type YAMLMap } from 'yaml';

/** A file of phrases with one more, at the end of what it belongs to; all else stays as it was written, byte for byte. */
export function withPhrase(text: string, way: readonly string[], phrase: unknown): string {
  const document = parseDocument(text);
  const depth = way.findLastIndex((_, at) => isMap(document.getIn(way.slice(0, at), true)));
  const map = document.getIn(way.slice(0, depth), true) as YAMLMap | undefined;
  const start = (map?.items[0]?.key as { readonly range?: readonly number[] } | undefined)?.range?.[0];
  const end = map?.range?.[1];
  const [key = '', ...rest] = way.slice(Math.max(depth, 0));
  if (map?.flow === true || start === undefined || end === undefined) {
    document.setIn(way, phrase);
    return document.toString(asWritten);
  }
  const held = rest.reduceRight<unknown>((inner, name) => ({ [name]: inner }), phrase);
  const indent = ' '.repeat(start - text.lastIndexOf('\n', start - 1) - 1);
  const lines = stringify({ [key]: held }, asWritten).replace(/^(?=.)/gm, indent);
  const [before, after] = [text.slice(0, end), text.slice(end)];
  return before.endsWith('\n') ? before + lines + after : `${before}\n${lines}${after.replace(/^\n/, '')}`;
}

const asWritten = { lineWidth: 0, singleQuote: true } as const;
