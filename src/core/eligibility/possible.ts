import type { Text } from '../decision.ts';
import type { Day } from '../day.ts';
import { contentOf, type Mandatory } from './content.ts';
import { feeOf, type Fee } from './fee.ts';
import type { Law } from './law.ts';
import type { Field } from './situation.ts';
import type { Row, RowId } from './table.ts';

export type Possible = {
  readonly row: RowId;
  readonly outcome: string;
  readonly mandatory: Mandatory;
  readonly fee: Fee | null;
};

/** What can still come out, the safest first: whoever follows the first is not left without cover or in breach of a duty. */
export function possibleOf(rows: readonly Row[], on: Day, law: Law): readonly Possible[] {
  return rows
    .map(({ id }) => {
      const { outcome, mandatory, fee } = contentOf(id, law.rows);
      return { row: id, outcome, mandatory, fee: feeOf(fee, on, law) };
    })
    .sort((one, other) => caution(one) - caution(other));
}

/** What would settle each fact that the student does not know. */
export function settlingOf(unknown: readonly Field[]): readonly Text[] {
  return unknown.map((field) => ({ key: `eligibility:settle.${field}` }));
}

function caution(possible: Possible): number {
  return safestFirst.indexOf(possible.mandatory);
}

/** A duty to register, a point to be asked about, private cover to be bought, what one may have, what needs nothing. */
const safestFirst: readonly Mandatory[] = [true, null, 'not-possible', 'optional', false];
