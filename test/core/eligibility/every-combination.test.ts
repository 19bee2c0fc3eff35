import { describe, expect, test } from 'vitest';
import { bits, plainDimensions, valuesOf } from '../../../src/core/eligibility/dimensions.ts';
import { coverIndex } from '../../../src/core/eligibility/cover.ts';
import { rowsMet } from '../../../src/core/eligibility/missing.ts';
import { combinations } from './combinations.ts';
import { sheet } from './sheet.ts';

describe('the table', () => {
  const all = combinations();

  test('knows 36 864 consistent combinations', () => {
    expect(all).toHaveLength(36_864);
  });

  test('meets exactly one row in each, the one of the sheet', () => {
    const wrong = all.filter((combination) => {
      const plain = Object.fromEntries(
        plainDimensions.map((dimension) => [dimension, bits(dimension, [combination[dimension]] as never)]),
      ) as Parameters<typeof rowsMet>[0]['plain'];
      const rows = rowsMet({ plain, cover: 1 << coverIndex(combination) });
      const expected = sheet.filter(({ holds }) => holds(combination));
      return rows.length !== 1 || expected.length !== 1 || rows[0]?.id !== expected[0]?.row;
    });
    expect(wrong).toEqual([]);
  });

  test('reads its bits back', () => {
    expect(valuesOf('age', bits('age', ['16-19', '28-and-over']))).toEqual(['16-19', '28-and-over']);
  });
});
