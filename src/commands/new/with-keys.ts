import { isMap, isScalar, isSeq, parseDocument, type Node, type Pair, type YAMLMap } from 'yaml';
import { AppError } from '../../core/errors.ts';
import { withItem } from '../../curation/edit-file.ts';

/**
 * A file of YAML with the keys of another: new ones at its end, those it has with more in their map or list. Everything else
 * stays as it was written, comments and all.
 * @throws AppError `knowledge/duplicate-id` for what is there already
 */
export function withKeys(text: string, added: string, path: string): string {
  return pairsOf(parseDocument(added).contents).reduce((whole, pair) => {
    const key = keyOf(pair);
    const there = parseDocument(whole).get(key, true) as Node | undefined;
    const { value } = pair;
    if (there === undefined) return `${whole}${sourceOf(added, pair)}\n`;
    if (isMap(there) && isMap(value) && there.flow !== true)
      return inMap(whole, there, { added, value, path: `${path}: ${key}` });
    if (isSeq(there) && isSeq(value))
      return value.items.reduce<string>((list, item) => withItem(list, [key], (item as Node).toJSON()) ?? list, whole);
    throw taken(`${path}: ${key}`);
  }, text);
}

function inMap(
  text: string,
  there: YAMLMap,
  { added, value, path }: { readonly added: string; readonly value: YAMLMap; readonly path: string },
): string {
  const twice = pairsOf(value).find((pair) => there.has(keyOf(pair)));
  if (twice !== undefined) throw taken(`${path}.${keyOf(twice)}`);
  const end = there.range?.[1] ?? text.length;
  const lines = pairsOf(value).map((pair) => `  ${sourceOf(added, pair)}\n`);
  return text.slice(0, end) + lines.join('') + text.slice(end);
}

function pairsOf(map: unknown): readonly Pair<Node, Node | null>[] {
  return isMap<Node, Node | null>(map) ? map.items : [];
}

function keyOf({ key }: Pair<Node, Node | null>): string {
  return String(isScalar(key) ? key.value : key);
}

function sourceOf(text: string, { key, value }: Pair<Node, Node | null>): string {
  return text.slice(key.range?.[0], value?.range?.[1]).trimEnd();
}

function taken(what: string): AppError {
  return new AppError('knowledge/duplicate-id', `${what} is there already: take another id. Nothing was written.`);
}
