import type { Day } from '../../core/day.ts';
import type { Formats, SayValue } from '../formats.ts';
import { nearestName } from '../../text/nearest-name.ts';
import type { Content } from '../content.ts';

/** What a placeholder is filled from: the reader's language and the day in question. */
export type Saying = {
  readonly content: Content;
  readonly language: string;
  readonly on: Day;
  readonly formats: Formats;
  readonly say: SayValue;
};

/** A placeholder whose every name exists. */
export type Interpolation = {
  say(saying: Saying): string;
  /** The facts that its value states on a day. */
  facts(on: Day): readonly string[];
};

/** What would be accepted instead. */
export type NotAccepted = {
  readonly accepted: string;
  /** A name that there is not, and the one that was most likely meant. */
  readonly unknown?: { readonly what: string; readonly id: string; readonly near: string | null };
};

/** Reads one kind of placeholder from the words after its name. */
export type ReadInterpolation = (words: readonly string[], content: Content) => Interpolation | NotAccepted;

/** "one of a, b, c", for messages; of a long list only the names that have a word in common with `wanted`, or the first. */
export function oneOf(names: Iterable<string>, wanted = ''): string {
  const sorted = [...names].sort();
  if (sorted.length <= shownNames) return `one of ${sorted.join(', ')}`;
  const words = wanted.split('-');
  const near = sorted.filter((name) => name.split('-').some((word) => words.includes(word)));
  const shown = (near.length > 0 ? near : sorted).slice(0, shownNames);
  return `one of ${shown.join(', ')} … (${sorted.length} in all)`;
}

/** A name that is none of these. */
export function unknownName(what: string, id: string, names: readonly string[], accepted: string): NotAccepted {
  return { accepted, unknown: { what, id, near: nearestName(id, names) } };
}

const shownNames = 12;
