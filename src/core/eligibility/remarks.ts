import type { Text } from '../decision.ts';
import type { Case } from './case.ts';
import { holds } from './circumstances.ts';
import type { Remark } from './content.ts';

/** Remarks of the case, in the order of the table's notes: the row's own first. */
export function remarksOf(subject: Case): readonly Remark[] {
  return [...subject.content.remarks, ...subject.law.guidance.remarks].filter((remark) => holds(remark, subject));
}

export function flagsOf(remarks: readonly Remark[]): readonly string[] {
  return [...new Set(remarks.flatMap(({ flag }) => (flag === undefined ? [] : [flag])))];
}

/** A conflict among the sources that bears on this answer: shown with both sides. */
export type Conflict = { readonly id: string; readonly text: Text };

/** The flags first, then what the documents say differently about this outcome's papers and waits. */
export function conflictsOf({ content }: Case, flags: readonly string[]): readonly Conflict[] {
  return titled('conflict', [...new Set([...flags, ...content.conflicts])]);
}

/** What a reader might take to be part of the decision and is not. */
export type NotComputed = { readonly id: string; readonly text: Text };

export function notComputedOf({ content }: Case): readonly NotComputed[] {
  return titled('notComputed', content.notComputed);
}

function titled(kind: 'conflict' | 'notComputed', ids: readonly string[]) {
  return ids.map((id) => ({ id, text: { key: `eligibility:${kind}.${id}` } }));
}
