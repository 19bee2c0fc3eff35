/** What to do with a window: replace it, leave it and go on after it, or look at the next. */
export type Verdict = 'replace' | 'keep' | 'pass';

export type Search = {
  /** How a first group may begin, with the plus or bracket before it: what does not is passed over unread. */
  readonly begins: RegExp;
  /** In digits. */
  readonly shortest: number;
  readonly longest: number;
  readonly judges: readonly ((window: DigitWindow) => Verdict)[];
};

/** Digits in groups, as people write long numbers: some of a run's groups, one after the other. */
export class DigitWindow {
  readonly digits: string;
  readonly #run: string;
  readonly #groups: readonly RegExpExecArray[];
  readonly #first: number;
  readonly last: number;

  constructor(run: string, groups: readonly RegExpExecArray[], first: number, last: number, digits: string) {
    this.#run = run;
    this.#groups = groups;
    this.#first = first;
    this.last = last;
    this.digits = digits;
  }

  /** As written, from the first digit to the last, with the plus or bracket before it. */
  get written(): string {
    return this.#run.slice(this.start, this.end);
  }

  get groups(): readonly string[] {
    return this.#groups.slice(this.#first, this.last + 1).map(([group]) => group);
  }

  /** What stands between the groups. */
  get separators(): readonly string[] {
    return this.#groups
      .slice(this.#first + 1, this.last + 1)
      .map((group, index) => this.#run.slice(endOf(this.#groups, this.#first + index), group.index));
  }

  get start(): number {
    return startOf(this.#run, this.#groups, this.#first, this.end);
  }

  get end(): number {
    return endOf(this.#groups, this.last);
  }
}

/**
 * Shows every window to the judges, those of one start together, the longest first; a judge sees all of a start's windows
 * before the next judge does. Runs end where two groups are apart by more than a separator.
 */
export function replaceWindows(text: string, mark: string, search: Search): string {
  return text.replaceAll(runs, (run: string) => {
    const groups = [...run.matchAll(/\d+/g)];
    let replaced = '';
    let from = 0;
    for (let first = 0; first < groups.length; first++) {
      const hit = judge(search, windowsFrom(run, groups, first, search));
      if (hit === null) continue;
      const { start, end, last, written } = hit.window;
      replaced += run.slice(from, start) + (hit.verdict === 'replace' ? mark : written);
      from = end;
      first = last;
    }
    return replaced + run.slice(from);
  });
}

function judge({ judges }: Search, windows: readonly DigitWindow[]): { window: DigitWindow; verdict: Verdict } | null {
  for (const verdictOn of judges) {
    for (const window of windows) {
      const verdict = verdictOn(window);
      if (verdict !== 'pass') return { window, verdict };
    }
  }
  return null;
}

/** The longest first. */
function windowsFrom(
  run: string,
  groups: readonly RegExpExecArray[],
  first: number,
  { begins, shortest, longest }: Search,
): readonly DigitWindow[] {
  const end = endOf(groups, first);
  if (!begins.test(run.slice(startOf(run, groups, first, end + 1), end))) return [];
  const windows: DigitWindow[] = [];
  let digits = '';
  for (let last = first; last < groups.length; last++) {
    digits += groups[last]?.[0] ?? '';
    if (digits.length > longest) break;
    if (digits.length >= shortest) windows.push(new DigitWindow(run, groups, first, last, digits));
  }
  return windows.reverse();
}

/** With the plus, and with the bracket when it is closed before `end`: a bracket around the whole is no part of the number. */
function startOf(run: string, groups: readonly RegExpExecArray[], first: number, end: number): number {
  const index = groups[first]?.index ?? 0;
  const start = run[index - 1] === '(' && run.slice(index, end).includes(')') ? index - 1 : index;
  if (run[start - 1] === '+') return start - 1;
  return run[start - 1] === ' ' && run[start - 2] === '+' ? start - 2 : start;
}

function endOf(groups: readonly RegExpExecArray[], last: number): number {
  const group = groups[last];
  return group === undefined ? 0 : group.index + group[0].length;
}

/** No digit is a separator, so there is one way to read a run, and reading it takes its length. */
const runs = /(?<![\p{L}\p{N}])(?:\+ ?\(?|\()?\d+(?:[ .\-/()\u00a0\u202f]{1,3}\d+)*/gu;
