import type { Plan } from './plan.ts';

/** A plan as lines to read. */
export function told({ moves, splits, supplied, phrases, unknown }: Plan): readonly string[] {
  const lines = [
    ...[...splits].map(([from, files]) => `${from} → ${[...files.keys()].join(', ')}`),
    ...[...moves].map(([from, to]) => `${from} → ${to}`),
    ...supplied.map((path) => `${path}: taken from the program, which needs it`),
    ...[...phrases].map(([path, keys]) => {
      const named = keys.map((key) => (JSON.parse(key) as string[]).join('.'));
      return `${path}: sentences taken from the program, which says them: ${named.join(', ')}`;
    }),
    ...unknown.map((path) => `${path}: no file of the knowledge; it stays where it is`),
  ];
  return lines.length === 0 ? ['nothing to do: the folder is in this layout'] : lines;
}
