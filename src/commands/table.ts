import { dimensions, type Dimension } from '../core/eligibility/dimensions.ts';
import { contentOf, type RowContent } from '../core/eligibility/content.ts';
import type { Box, Conditions } from '../core/eligibility/row.ts';
import { table, type Row } from '../core/eligibility/table.ts';

/**
 * The decision table as the program decides by it, in Markdown: one line a row, in the terms of `dimensions.ts`.
 * A dimension that is not named may have any value.
 */
export function printTable(rows: Readonly<Record<string, RowContent>>): string {
  const lines = [
    ['row', 'conditions', 'outcome', 'mandatory', 'fee'],
    ['---', '---', '---', '---', '---'],
    ...table.map((row) => printRow(row, contentOf(row.id, rows))),
  ];
  return `${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;
}

function printRow({ id, conditions }: Row, { outcome, mandatory, fee }: RowContent): readonly string[] {
  return [id, printConditions(conditions), outcome, String(mandatory), String(fee)];
}

function printConditions({ when, either, not = [] }: Conditions): string {
  return [
    printBox(when),
    ...(either === undefined ? [] : [`either (${either.map(printBox).join(') or (')})`]),
    ...not.map((box) => `not (${printBox(box)})`),
  ].join('; ');
}

function printBox(box: Box): string {
  const named = (Object.keys(dimensions) as Dimension[]).filter((dimension) => box[dimension] !== undefined);
  return named.map((dimension) => `${dimension}: ${(box[dimension] ?? []).join(' or ')}`).join(', ');
}
