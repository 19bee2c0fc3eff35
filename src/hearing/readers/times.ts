import { within, type Span } from '../lexicon.ts';
import type { Listening } from '../listening.ts';
import { cueAfter, cueBefore } from '../roles.ts';
import type { Scene } from '../scene.ts';

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
    .filter((number) => cuesBeside(scene, number).some((cue) => !isCourtesy(scene, cue)))
    .map(({ from, to, value }) => ({ from, to, value }));
  // "two three-month packs".
  const packs = numbers
    .filter(({ to, value }) => value >= 2 && value <= most && lengths.some((length) => length.from === to))
    .map(({ from, to, value }) => ({ from, to, value }));
  return [...words, ...counted, ...packs];
}

function cuesBeside(scene: Scene, number: Span): readonly Span[] {
  return [cueBefore(scene, number, 'role.times'), cueAfter(scene, number, 'role.times')].filter((cue) => cue !== null);
}

/** "3 por favor": a "times" that is only part of a courtesy. */
function isCourtesy({ marks }: Scene, cue: Span): boolean {
  return marks.of('filler').some((filler) => within(cue, filler) && filler.to - filler.from > cue.to - cue.from);
}
