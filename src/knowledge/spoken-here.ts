import type { Shelves } from './kinds.ts';

/**
 * The shelves without the texts of languages that the desk does not speak: a folder may hold more languages than one desk
 * opens. What is heard of danger and of persons stays, which needs no `languages` entry.
 */
export function spokenHere(shelves: Shelves): Shelves {
  const desk = shelves.desk.get('desk')?.value;
  if (desk === undefined) return shelves;
  const spoken = new Set([...desk.languages, ...(desk.staffLanguages ?? [])]);
  const of = <V>(shelf: ReadonlyMap<string, V>): ReadonlyMap<string, V> =>
    new Map([...shelf].filter(([key]) => spoken.has(key.slice(0, 2))));
  const { answers, phrases, checked, readback } = shelves;
  return { ...shelves, answers: of(answers), phrases: of(phrases), checked: of(checked), readback: of(readback) };
}
