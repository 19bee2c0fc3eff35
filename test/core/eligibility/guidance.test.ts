import { expect, test } from 'vitest';
import { rowIds, type Item } from '../../../src/core/eligibility/index.ts';
import { decided, student } from './law.ts';
import { people } from './people.ts';

test.each(rowIds)('%s: papers, steps, other ways and open points are each said by a phrase of their kind', (row) => {
  const decision = decided(student(people[row]));
  expect(decision.row).toBe(row);
  expectPhrases(
    'paper',
    decision.documents.flatMap(({ items }) => items),
  );
  expectPhrases('step', decision.steps);
  expectPhrases('alternative', decision.alternatives);
  expectPhrases('open', decision.open);
});

function expectPhrases(kind: string, items: readonly Item[]): void {
  expect(items.map(({ text }) => text)).toEqual(items.map(({ id }) => ({ key: `eligibility:${kind}.${id}` })));
}
