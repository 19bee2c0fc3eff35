import type { Scene } from './scene.ts';

/** Whether nothing but marks of a name stands in between: "of", "the". */
export function joinedBy(scene: Scene, from: number, to: number, name: string): boolean {
  return from <= to && skipped(scene, from, name) >= to;
}

/** Past the marks of a name that follow one another. */
export function skipped(scene: Scene, at: number, name: string): number {
  const next = scene.marks.of(name).find(({ from }) => from === at);
  return next === undefined ? at : skipped(scene, next.to, name);
}
