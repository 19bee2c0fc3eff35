import type { Day } from '../../core/day.ts';
import type { Speaker } from '../../voice/speaker.ts';
import type { Shelves } from '../kinds.ts';
import { fieldOf, type Plain } from '../problem.ts';
import type { Knowledge } from '../schema.ts';
import type { YamlFile } from '../yaml-file.ts';

/** What a library would not accept, where it stands, and what to do about it. */
export type Finding = {
  readonly rule: string;
  readonly file: string;
  readonly line: number | null;
  readonly field: string;
  readonly message: string;
  readonly plain?: Plain | undefined;
};

/** What every rule looks at. `on` is the day for which texts are rendered. */
type Linted = {
  readonly shelves: Shelves;
  readonly knowledge: Knowledge;
  readonly speaker: Speaker;
  readonly on: Day;
  /** Hashes of every run of words of the source documents, see shingles.ts. */
  readonly shingles: ReadonlySet<string>;
  /** The files that are asked about, when it is some: what concerns two others only is left out. */
  readonly about?: ReadonlySet<string>;
};

export type Rule = (linted: Linted) => readonly Finding[];

export function finding(
  rule: string,
  file: YamlFile,
  path: readonly PropertyKey[],
  message: string,
  plain?: Plain,
): Finding {
  return { rule, file: file.path, line: file.lineOf(path), field: fieldOf(path), message, plain };
}
