import { fieldOf, type Problem } from './problem.ts';
import type { YamlFile } from './yaml-file.ts';

/** What `guichet new` leaves for a person to write: `to-write`, and behind a colon what belongs there. */
const mark = /^to-write\b:?\s*/;

/** Each thing that is still to be written in a file; what is to be written of one kind, once with all its fields. */
export function unwrittenIn(file: YamlFile): Problem[] {
  const marks = marksIn(file.data);
  return [...Map.groupBy(marks, ({ hint }) => hint)].flatMap(([hint, [first, ...others]]) => {
    if (first === undefined) return [];
    const also = others.length === 0 ? '' : `; also ${others.map(({ path }) => fieldOf(path)).join(', ')}`;
    const message = `still to be written${hint === '' ? '' : `: ${hint}`}${also}`;
    return [
      {
        code: 'knowledge/unwritten' as const,
        file: file.path,
        line: file.lineOf(first.path),
        field: fieldOf(first.path),
        message,
      },
    ];
  });
}

type Mark = { readonly path: readonly PropertyKey[]; readonly hint: string };

function marksIn(held: unknown, path: readonly PropertyKey[] = []): readonly Mark[] {
  if (typeof held === 'string') return mark.test(held) ? [{ path, hint: held.replace(mark, '').trim() }] : [];
  if (typeof held !== 'object' || held === null) return [];
  const entries = Array.isArray(held) ? [...held.entries()] : Object.entries(held);
  return entries.flatMap(([key, value]) => marksIn(value, [...path, key]));
}
