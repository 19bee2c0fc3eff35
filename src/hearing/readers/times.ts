import type { Span } from '../lexicon.ts';
import type { Listening } from '../listening.ts';
import { hasCue } from '../roles.ts';

export type Times = Span & { readonly value: number };

const most = 12;

/** How often: "twice", "x2", "2 times", "4 visits". */
export function timesTold({ scene, numbers, lengths }: Listening): readonly Times[] {
  const words = Object.values(scene.language.data.times).flatMap((value) =>
    scene.marks.of(`times.${value}`).map(({ from, to }) => ({ from, to, value })),
  );
  const counted = numbers
    .filter(({ value }) => Number.isInteger(value) && value >= 1 && value <= most)
    .filter((number) => !lengths.some((length) => length.from === number.from))
    .filter((number) => hasCue(scene, number, 'role.times'))
    .map(({ from, to, value }) => ({ from, to, value }));
  // "two three-month packs".
  const packs = numbers
    .filter(({ to, value }) => value >= 2 && value <= most && lengths.some((length) => length.from === to))
    .map(({ from, to, value }) => ({ from, to, value }));
  return [...words, ...counted, ...packs];
}
