import { parseDay, type Day } from '../../core/day.ts';
import type { Listening } from '../listening.ts';

/** A stay told before to begin next year ends after that. */
export function earliestEnd({ scene, told }: Listening): Day {
  const from = told['stayFrom'];
  const start = typeof from === 'string' ? parseDay(from) : null;
  return start !== null && start > scene.on ? start : scene.on;
}
