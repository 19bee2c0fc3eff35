import type { Day } from '../core/day.ts';
import type { Shelves } from './kinds.ts';

export type ToCheck = { readonly reviewed: Day; readonly file: string; readonly why: string };

/** What somebody should look at again, oldest review first; of one day, figures whose value is no longer known come first. */
export function staleFirst({ topics, rates, offers }: Shelves, on: Day): readonly ToCheck[] {
  const figures = [...rates.values()].map(({ file, value }) => {
    const lost = value.ends?.as === 'unknown' && value.ends.on <= on ? value.ends.on : null;
    const why = lost === null ? 'a figure' : `no value known since ${lost}`;
    return { reviewed: value.reviewed, file: file.path, why, first: lost !== null };
  });
  const told = [...topics.values()].map(({ file, value }) => {
    return { reviewed: value.reviewed, file: file.path, why: `an answer (${value.kind})`, first: false };
  });
  const sold = [...offers.values()].map(({ file, value }) => {
    return { reviewed: value.reviewed, file: file.path, why: 'a price list without an end: ask the desk', first: true };
  });
  return [...figures, ...sold, ...told]
    .sort((a, b) => compare(a.reviewed, b.reviewed) || Number(b.first) - Number(a.first) || compare(a.file, b.file))
    .map(({ reviewed, file, why }) => ({ reviewed, file, why }));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
