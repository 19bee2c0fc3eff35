import type { Candidate } from '../candidates.ts';
import type { Listening } from '../listening.ts';
import { inside } from '../polarity.ts';
import { partAround } from '../scene.ts';

/** "I study until June 2028, an internship of two months in April": beside the stay, what is said of a part of it is not the stay. */
export function withoutInside(listening: Listening, stay: readonly Candidate[]): readonly Candidate[] {
  const within = stay.filter((one) => isOfPartOfIt(listening, one));
  const { told } = listening;
  const isKnown = [...measured].some((field) => told[field] !== undefined);
  const isTold = stay.some((one) => measured.has(one.field) && !within.includes(one));
  return isKnown || isTold ? stay.filter((one) => !(fields.has(one.field) && within.includes(one))) : stay;
}

function isOfPartOfIt({ scene }: Listening, { from }: Candidate): boolean {
  return inside(scene, 'role.inside.around', partAround(scene, from)).length > 0;
}

/** What says how long the whole stay is. */
const measured: ReadonlySet<string> = new Set(['stayMonths', 'stayUntil']);
const fields: ReadonlySet<string> = new Set([...measured, 'stayFrom', 'monthsInFrance']);
