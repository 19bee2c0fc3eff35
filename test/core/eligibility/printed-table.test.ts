import { describe, expect, test } from 'vitest';
import { printTable } from '../../../src/commands/table.ts';
import type { Dimension } from '../../../src/core/eligibility/dimensions.ts';
import { data } from '../scenarios/data.ts';
import { combinations, type Combination } from './combinations.ts';
import { sheet } from './sheet.ts';

/** The printed table, read back as somebody would who has only the print. */
const printed = printTable(data.rows)
  .trim()
  .split('\n')
  .slice(2)
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, row = '', conditions = '', outcome, mandatory, fee]) => ({ row, conditions, outcome, mandatory, fee }));

describe('the printed table', () => {
  test('has the rows of the sheet, in their order', () => {
    expect(printed.map(({ row }) => row)).toEqual(sheet.map(({ row }) => row));
  });

  test.each(sheet)('says of $row what the sheet says', ({ row, outcome, mandatory, fee, holds }) => {
    const line = printed.find((candidate) => candidate.row === row);
    expect(line).toMatchObject({ outcome, mandatory, fee });
    const wrong = combinations().filter((who) => holdsInPrint(line?.conditions ?? '', who) !== holds(who));
    expect(wrong).toEqual([]);
  });

  test('prints a row in plain terms', () => {
    expect(printed.find(({ row }) => row === 'D22')?.conditions).toBe(
      'era: E3-new or E4, school: higher-education, registered: no, work: none, group: EEA, card: full; either (s1: no) or (stay: short)',
    );
  });
});

function holdsInPrint(conditions: string, who: Combination): boolean {
  return conditions.split('; ').every((part) => {
    if (part.startsWith('not (')) return !holdsInBox(part.slice(5, -1), who);
    if (part.startsWith('either (')) {
      return part
        .slice(8, -1)
        .split(') or (')
        .some((box) => holdsInBox(box, who));
    }
    return holdsInBox(part, who);
  });
}

function holdsInBox(box: string, who: Combination): boolean {
  return box.split(', ').every((condition) => {
    const [dimension = '', values = ''] = condition.split(': ');
    return values.split(' or ').includes(who[dimension as Dimension]);
  });
}
