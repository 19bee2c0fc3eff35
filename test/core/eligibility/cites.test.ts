import { expect, test } from 'vitest';
import type { RowId } from '../../../src/core/eligibility/index.ts';
import { decided, student } from './law.ts';
import { people } from './people.ts';

const cmuPapers = 'S0-45 S0-46 S0-47 S0-48 S0-49';
const claim = 'S4-38 S4-39 S4-40';
const platform =
  'S3-11 S3-12 S3-14 S3-15 S3-16 S4-10 S4-11 S4-12 S4-13 S4-15 S4-16 S4-18 S4-19 S4-20 S2-14 S4-23 S4-24 S4-25 S4-26 S4-31';

/** The facts that the sheet names for a row's papers, next steps, other ways and what is not settled. */
test.each<readonly [RowId, string]>([
  ['D01', claim],
  ['D02', 'S0-33 S0-36 S0-37 S0-38 S0-32 S0-39 S0-04 S0-06 S0-23 S0-24 S0-31'],
  ['D03', `S0-44 ${cmuPapers} S0-42 S0-43`],
  ['D04', 'S0-44 X-10'],
  ['D05', 'X-01 X-02'],
  ['D06', 'X-04 X-11'],
  ['D07', `S1-04 S1-05 ${claim}`],
  ['D08', 'S1-07 S1-08 S1-09 S1-10 X-19'],
  ['D09', 'S1-11 S1-12'],
  ['D11', 'X-06 X-07'],
  ['D12', 'S1-17 S1-18'],
  ['D13', `S1-19 ${cmuPapers}`],
  ['D14', 'S1-17 X-09'],
  ['D15', 'S0-44 X-10 S1-17'],
  ['D16', 'S1-14 S1-15'],
  ['D17', 'S1-03'],
  ['D18', 'S1-03 S1-24'],
  ['D20', 'S4-09 X-25 X-104'],
  ['D21', 'X-22 X-11'],
  ['D22', claim],
  ['D23', `S3-10 X-15 ${platform}`],
  ['D24', `S4-07 S3-09 ${platform}`],
  ['D25', `X-15 X-16 S2-04 ${platform}`],
  ['D26', 'S4-07 X-17'],
  ['D27', 'X-14 X-19'],
  ['D28', 'X-17'],
  ['D29', `X-18 S3-13 S3-17 S4-17 ${platform}`],
  ['D30', `X-15 S3-17 S4-17 ${platform}`],
  ['D31', `X-15 X-20 S3-17 S4-17 ${platform}`],
  ['D32', 'X-11 X-105'],
])('%s goes by %s', (row, facts) => {
  const { documents, steps, alternatives, open } = decided(student(people[row]));
  const items = [...documents.flatMap((stage) => stage.items), ...steps, ...alternatives, ...open];
  const cited = new Set(items.flatMap(({ cites }) => cites));
  expect(facts.split(' ').filter((fact) => !cited.has(fact))).toEqual([]);
});
