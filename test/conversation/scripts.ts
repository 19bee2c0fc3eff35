import { expect, test } from 'vitest';
import { talk, type Line } from './talk.ts';

export type Script = readonly [title: string, lines: readonly Line[]];

/** A conversation a test; the state after it must be plain and small enough to keep. */
export function scripts(all: readonly Script[]): void {
  test.each(all.map(([title, lines]) => ({ title, lines })))('$title', async ({ lines }) => {
    const state = await talk(lines);
    expect(JSON.stringify(state).length).toBeLessThan(32_000);
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
  });
}
