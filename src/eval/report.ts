/** Rows of cells as lines of text, columns padded; numbers to the right. */
export function tableOf(rows: readonly (readonly (string | number | null)[])[]): string {
  const cells = rows.map((row) => row.map(cellOf));
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells
    .map((row, line) =>
      row
        .map((cell, column) =>
          column === 0 || line === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Expected → given, the most frequent first. */
export function confusionsOf(pairs: readonly { readonly expected: string; readonly given: string }[]): string[] {
  const counts = new Map<string, number>();
  for (const { expected, given } of pairs) {
    if (expected === given) continue;
    const key = `${expected} → ${given}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1))
    .map(([pair, count]) => `${String(count).padStart(4)}  ${pair}`);
}

export function percent(value: number | null): string {
  return value === null ? '–' : `${(value * 100).toFixed(1)} %`;
}

function cellOf(value: string | number | null): string {
  return value === null ? '–' : String(value);
}
