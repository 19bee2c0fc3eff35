import { expect, test } from 'vitest';
import { documentsOf } from '../../../src/core/documents.ts';

test.each<readonly [string, readonly string[], readonly string[]]>([
  ['none', [], []],
  ['each once', ['S2-18', 'S2-03'], ['S2']],
  ['by number, however many there are', ['S10-01', 'S2-18', 'S1-03'], ['S1', 'S2', 'S10']],
  ['what was read elsewhere last', ['X-30', 'S4-03', 'X-31', 'S0-04'], ['S0', 'S4', 'X']],
  ['of more than a hundred facts', ['S3-101'], ['S3']],
])('the documents of facts: %s', (_, facts, documents) => {
  expect(documentsOf(facts)).toEqual(documents);
});
