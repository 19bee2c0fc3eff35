import { isNothing, type Plan } from './plan.ts';

/** A plan as lines to read. */
export function told(plan: Plan): readonly string[] {
  if (isNothing(plan)) return ['nothing to do: the folder is in this layout'];
  const { moves, splits, supplied, replaced, phrases, unknown } = plan;
  return [
    ...[...splits].map(([from, files]) => `${from} → ${[...files.keys()].join(', ')}`),
    ...[...moves].map(([from, to]) => `${from} → ${to}`),
    ...supplied.map((path) => `${path}: taken from the program, which needs it`),
    ...replaced.map(
      (path) =>
        `${path}: this version reads another form of it, so it is the program's now; yours stays in the old folder`,
    ),
    ...[...phrases].map(([path, keys]) => {
      const named = keys.map((key) => (JSON.parse(key) as string[]).join('.'));
      return `${path}: taken from the program, which names them: ${named.join(', ')}`;
    }),
    ...unknown.map((path) => `${path}: no file of the knowledge; it stays where it is`),
  ];
}
