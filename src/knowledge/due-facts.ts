import { addDays, type Day } from '../core/day.ts';
import type { Coverage } from './coverage.ts';
import type { Knowledge } from './schema.ts';

/** An external fact that somebody has to look up again, and how much hangs on it. */
export type DueFact = {
  readonly fact: string;
  readonly due: Day;
  /** How unsure it is, times what a wrong answer would cost. */
  readonly risk: number;
  readonly why: string;
};

/** Those that are due on a day, the most dangerous first. A fact is due on its own day, or when its pages grow old for what they are. */
export function dueFacts(
  { facts, pages }: Knowledge,
  { stated }: Pick<Coverage, 'stated'>,
  on: Day,
): readonly DueFact[] {
  return Object.entries(facts)
    .flatMap(([fact, { sources, confidence, lookAgain }]) => {
      if (!fact.startsWith('X-')) return [];
      const named = typeof sources === 'object' ? sources.flatMap((id) => pages[id] ?? []) : [];
      const read = named
        .map(({ consulted }) => consulted)
        .sort()
        .at(-1);
      const weak = unsure(
        confidence ?? '',
        named.some(({ kind, lost }) => official.has(kind) && lost !== true),
      );
      const due = lookAgain ?? (read === undefined ? on : addDays(read, goodFor[weak] ?? 0));
      const places = stated.get(fact) ?? [];
      const why = `${confidence ?? 'no confidence'}; said in ${places.length} places`;
      return due > on ? [] : [{ fact, due, risk: weak * costOf(places), why }];
    })
    .sort((a, b) => b.risk - a.risk || (a.due < b.due ? -1 : a.due > b.due ? 1 : 0) || (a.fact < b.fact ? -1 : 1));
}

const official: ReadonlySet<string> = new Set(['law', 'official']);

/** 1 for what an official page says and is sure, up to 4. */
function unsure(confidence: string, isOfficial: boolean): number {
  const said = confidence.startsWith('H') ? 1 : confidence.startsWith('M') ? 2 : 3;
  return isOfficial ? said : said + 1;
}

/** Days for which a page may be relied on, by how unsure the fact is: a year, half, a quarter, a month. */
const goodFor: Readonly<Record<number, number>> = { 1: 365, 2: 182, 3: 91, 4: 30 };

/** A decision sends somebody to an office or away from it, a figure is paid: they weigh more than a sentence. */
function costOf(places: readonly string[]): number {
  return places.reduce(
    (sum, place) => sum + (/^(eligibility|guidance|grounds)/.test(place) ? 3 : place.includes('{{') ? 2 : 1),
    0,
  );
}
