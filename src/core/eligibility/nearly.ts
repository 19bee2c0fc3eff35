import { dimensions, type Dimension } from './dimensions.ts';
import type { Text } from '../decision.ts';
import { rowsWith, type Case } from './case.ts';
import { contentOf } from './content.ts';
import type { Field } from './situation.ts';
import type { RowId } from './table.ts';

/** A row that one other fact would have met, and the field that failed. */
export type Nearly = { readonly row: RowId; readonly failed: Field };
/** What would change the outcome: `text` is the condition ("with a card for the whole stay"), then what would hold. */
export type Change = { readonly field: Field; readonly text: Text; readonly row: RowId; readonly outcome: string };

/**
 * Rows that fail on one thing that a student may still do, get or reach. Who somebody is (nationality, school) and
 * being registered already are no near misses.
 */
export function changesOf(subject: Case): readonly Change[] {
  return changeable.flatMap(([dimension, field]) =>
    dimensions[dimension].flatMap((value) => {
      const rows = rowsWith(dimension, value, subject);
      const row = rows[0];
      if (row === undefined || rows.length > 1 || row.id === subject.row.id) return [];
      const { outcome } = contentOf(row.id, subject.law.rows);
      return [{ field, text: { key: `eligibility:change.${field}.${value}` }, row: row.id, outcome }];
    }),
  );
}

export function nearlyOf(changes: readonly Change[]): readonly Nearly[] {
  const firstByRow = new Map(changes.toReversed().map(({ row, field }) => [row, field]));
  return [...firstByRow].map(([row, failed]) => ({ row, failed })).sort((a, b) => (a.row < b.row ? -1 : 1));
}

const changeable: readonly (readonly [Dimension, Field])[] = [
  ['card', 'ehic'],
  ['form', 'quebecForm'],
  ['work', 'work'],
  ['s1', 's1'],
  ['stay', 'stayMonths'],
  ['scholarship', 'frenchGovernmentScholarship'],
  ['age', 'age'],
  ['monthsInFrance', 'monthsInFrance'],
  ['lowIncome', 'lowIncome'],
];
