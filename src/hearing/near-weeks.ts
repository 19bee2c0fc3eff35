import { joinedBy } from './joined.ts';
import type { Span } from './lexicon.ts';
import type { Scene } from './scene.ts';

/** "Tuesday last week", "next week on Friday". */
export function weekBeside(scene: Scene, { from, to }: Span): (Span & { readonly value: number }) | undefined {
  return scene.marks
    .valued('nearWeek')
    .find((near) =>
      near.from >= to
        ? joinedBy(scene, to, near.from, 'date.between')
        : near.to <= from && joinedBy(scene, near.to, from, 'date.on.before'),
    );
}
