import { dimensions, type Dimension } from '../core/eligibility/dimensions.ts';
import { mandatory } from '../core/eligibility/outcomes.ts';
import type { Box, Conditions, Row } from '../core/eligibility/row.ts';
import { table } from '../core/eligibility/table.ts';

/**
 * The decision table as the program decides by it, in Markdown: one line a row, in the terms of `dimensions.ts`.
 * A dimension that is not named may have any value.
 */
export function printTable(): string {
  const lines = [
    ['row', 'conditions', 'outcome', 'mandatory', 'fee'],
    ['---', '---', '---', '---', '---'],
    ...table.map(printRow),
  ];
  return `${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;
}

function printRow({ id, conditions, outcome, fee }: Row): readonly string[] {
  return [id, printConditions(conditions), outcome, String(mandatory[outcome]), String(fee)];
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
