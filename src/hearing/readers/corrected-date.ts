import type { DateSaid } from '../dates.ts';
import { correctionsIn, type Scene } from '../scene.ts';

/** "The 8th, scratch that, the 10th": of two days for one thing, the first is taken back. */
export function isCorrectedDate(scene: Scene, date: DateSaid, next: DateSaid | undefined): boolean {
  if (next === undefined || date.pair !== null || next.edge !== date.edge) return false;
  return correctionsIn(scene).some(({ from, to }) => from >= date.to && to <= next.from);
}
