import type { Mark } from './shape.ts';

/** What to do with a window: replace it, leave it and go on after it, or look at the next. */
export type Handling = 'replace' | 'keep' | 'pass';

export type Search = {
  /** How a first group may begin, with the plus or bracket before it: what does not is passed over unread. */
  readonly begins: RegExp;
  /** In digits. */
  readonly shortest: number;
  readonly longest: number;
  readonly judges: readonly ((window: DigitWindow) => Handling)[];
};

/** Digits in groups, as people write long numbers: some of a run's groups, one after the other. */
export class DigitWindow {
  readonly #run: Run;
  readonly #first: number;
  readonly last: number;
  /** Where somebody puts other separators than before, another figure begins: `08.30 17.30`. Brackets are part of a number. */
  readonly even: boolean;

  constructor(run: Run, first: number, last: number, even: boolean) {
    this.#run = run;
    this.#first = first;
    this.last = last;
    this.even = even;
  }

  get digits(): string {
    return this.#run.digits.slice(this.#run.groups[this.#first]?.before, digitsUntil(this.#run, this.last));
  }

  /** As written, from the first digit to the last, with the plus or bracket before it. */
  get written(): string {
    return this.#run.text.slice(this.start, this.end);
  }

  get groups(): readonly string[] {
    return this.#run.groups.slice(this.#first, this.last + 1).map(({ start, end }) => this.#run.text.slice(start, end));
  }

  get start(): number {
    return startOf(this.#run, this.#first, this.end);
  }

  get end(): number {
    return endOf(this.#run, this.last);
  }
}

/** Groups of digits that are apart by no more than a separator: where each stands, and how many digits stand before it. */
type Run = {
  readonly text: string;
  readonly digits: string;
  readonly groups: readonly { readonly start: number; readonly end: number; readonly before: number }[];
};

/**
 * Shows every window to the judges, those of one start together, the longest first; a judge sees all of a start's windows
 * before the next judge does. Runs end where two groups are apart by more than a separator.
 */
export function replaceWindows(text: string, mark: Mark, search: Search): string {
  return text.replaceAll(runs, (written: string) => {
    const run = runOf(written);
    if (run.digits.length < search.shortest) return written;
    let replaced = '';
    let from = 0;
    for (let first = 0; first < run.groups.length; first++) {
      const hit = judge(search, windowsFrom(run, first, search));
      if (hit === null) continue;
      const { start, end, last } = hit.window;
      const own = written.slice(start, end);
      replaced += written.slice(from, start) + (hit.handling === 'replace' ? mark(own) : own);
      from = end;
      first = last;
    }
    return replaced + written.slice(from);
  });
}

function runOf(text: string): Run {
  const digits = text.replaceAll(/\D+/g, '');
  const groups: Run['groups'][number][] = [];
  let before = 0;
  for (let at = 0; at < text.length; at++) {
    if (!isDigit(text, at)) continue;
    const start = at;
    while (isDigit(text, at + 1)) at++;
    groups.push({ start, end: at + 1, before });
    before += at + 1 - start;
  }
  return { text, digits, groups };
}

function isDigit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 48 && unit <= 57;
}

function judge(
  { judges }: Search,
  windows: readonly DigitWindow[],
): { window: DigitWindow; handling: Handling } | null {
  for (const handlingOf of judges) {
    for (const window of windows) {
      const handling = handlingOf(window);
      if (handling !== 'pass') return { window, handling };
    }
  }
  return null;
}

/** The longest first. */
function windowsFrom(run: Run, first: number, { begins, shortest, longest }: Search): readonly DigitWindow[] {
  const end = endOf(run, first);
  if (!begins.test(run.text.slice(startOf(run, first, end + 1), end))) return [];
  const windows: DigitWindow[] = [];
  const before = run.groups[first]?.before ?? 0;
  let even = true;
  let usual: string | null = null;
  let lines = 0;
  for (let last = first; last < run.groups.length; last++) {
    const length = digitsUntil(run, last) - before;
    if (length > longest) break;
    const separator = last === first ? '(' : run.text.slice(endOf(run, last - 1), run.groups[last]?.start);
    if (separator.includes('\n') && ++lines > mostLines) break;
    if (even && !/[()\n]/.test(separator)) even = separator === (usual ??= separator);
    if (length >= shortest) windows.push(new DigitWindow(run, first, last, even));
  }
  return windows.reverse();
}

/** With the plus, and with the bracket when it is closed before `end`: a bracket around the whole is no part of the number. */
function startOf({ text, groups }: Run, first: number, end: number): number {
  const at = groups[first]?.start ?? 0;
  const start = text[at - 1] === '(' && text.slice(at, end).includes(')') ? at - 1 : at;
  if (text[start - 1] === '+') return start - 1;
  return text[start - 1] === ' ' && text[start - 2] === '+' ? start - 2 : start;
}

function endOf({ groups }: Run, last: number): number {
  return groups[last]?.end ?? 0;
}

function digitsUntil({ groups }: Run, last: number): number {
  const group = groups[last];
  return group === undefined ? 0 : group.before + group.end - group.start;
}

/** A number goes over two lines; over more they are a list. */
const mostLines = 1;
/** No digit is a separator, so there is one way to read a run, and reading it takes its length. */
const runs = /(?<![\p{Script=Latin}\p{N}])(?:\+ ?\(?|\()?\d+(?:[ .\-–—_|·/()\u00a0\u202f\t\n]{1,3}\d+)*/gu;
