/** Digits in groups, as people write long numbers: a window is some of a run's groups, one after the other. */
export type Window = {
  /** As written, from the first digit to the last, with a `+` or `(` before it when the run has one. */
  readonly written: string;
  readonly digits: string;
  readonly groups: readonly string[];
  /** What stands between the groups. */
  readonly separators: readonly string[];
};

/** What to do with a window: replace it, leave it and go on after it, or look at the next. */
export type Verdict = 'replace' | 'keep' | 'pass';

/**
 * Shows every window of at most `longest` digits to the judges, those of one start together, the longest first; a judge
 * sees all of a start's windows before the next judge does. Runs end where two groups are apart by more than a separator.
 */
export function replaceWindows(
  text: string,
  mark: string,
  longest: number,
  judges: readonly ((window: Window) => Verdict)[],
) {
  return text.replaceAll(run, (written: string) => {
    const groups = [...written.matchAll(/\d+/g)];
    let replaced = '';
    let from = 0;
    for (let first = 0; first < groups.length; first++) {
      const hit = judged(written, groups, first, longest, judges);
      if (hit === null) continue;
      const [start, end] = [startOf(written, groups, first), endOf(groups, hit.last)];
      replaced += written.slice(from, start) + (hit.verdict === 'replace' ? mark : written.slice(start, end));
      from = end;
      first = hit.last;
    }
    return replaced + written.slice(from);
  });
}

function judged(
  written: string,
  groups: readonly RegExpExecArray[],
  first: number,
  longest: number,
  judges: readonly ((window: Window) => Verdict)[],
): { readonly last: number; readonly verdict: Exclude<Verdict, 'pass'> } | null {
  const windows = windowsFrom(written, groups, first, longest);
  for (const judge of judges) {
    for (const { last, window } of windows) {
      const verdict = judge(window);
      if (verdict !== 'pass') return { last, verdict };
    }
  }
  return null;
}

/** The longest first. */
function windowsFrom(written: string, groups: readonly RegExpExecArray[], first: number, longest: number) {
  const windows: { last: number; window: Window }[] = [];
  let digits = '';
  for (let last = first; last < groups.length; last++) {
    digits += groups[last]?.[0] ?? '';
    if (digits.length > longest) break;
    const inside = groups.slice(first, last + 1);
    windows.unshift({
      last,
      window: {
        written: written.slice(startOf(written, groups, first), endOf(groups, last)),
        digits,
        groups: inside.map(([group]) => group),
        separators: inside.slice(1).map((group, index) => written.slice(endOf(inside, index), group.index)),
      },
    });
  }
  return windows;
}

function startOf(written: string, groups: readonly RegExpExecArray[], first: number): number {
  const index = groups[first]?.index ?? 0;
  return index - (/(?:\+ ?\(?|\()$/.exec(written.slice(Math.max(0, index - 3), index))?.[0].length ?? 0);
}

function endOf(groups: readonly RegExpExecArray[], last: number): number {
  const group = groups[last];
  return group === undefined ? 0 : group.index + group[0].length;
}

/** No digit is a separator, so there is one way to read a run, and reading it takes its length. */
const run = /(?<![\p{L}\p{N}])(?:\+ ?\(?|\()?\d+(?:[ .\-/()\u00a0\u202f]{1,3}\+?\d+)*/gu;
