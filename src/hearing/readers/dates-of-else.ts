import type { DateSaid } from '../dates.ts';
import type { Listening } from '../listening.ts';
import { inside } from '../polarity.ts';
import { hasCue } from '../roles.ts';
import { partAround } from '../scene.ts';

/** Further off, "quit" is said of something else. */
const nearby = 4;

/** Asked how one works, "I quit in October" is that of the work. */
export function isDayOfWork({ asked, scene }: Listening, date: DateSaid): boolean {
  return asked === 'work' && date.edge !== 'until' && hasCue(scene, date, 'role.leave', nearby);
}

/** "Enrolled at the Sorbonne since September" says when that began, and "here since September" when one came. */
export function isEnrolledSince({ scene }: Listening, date: DateSaid): boolean {
  const before = { from: partAround(scene, date.from).from, to: date.from };
  const isCome = ['role.arrive.before', 'role.here.before'].some((name) => inside(scene, name, before).length > 0);
  return date.edge === 'since' && !isCome && inside(scene, 'role.enrolled.around', before).length > 0;
}
