import { AppError, type ErrorCode } from '../core/errors.ts';

/** What is wrong with a file, where, and what is accepted there. `line` counts from 1; null when the file as a whole is meant. */
export type Problem = {
  readonly code: Extract<ErrorCode, `knowledge/${string}`>;
  readonly file: string;
  readonly line: number | null;
  /** The field's path as people write it, e.g. `text.en.phrasings[3]`; empty for the whole file. */
  readonly field: string;
  readonly message: string;
  readonly plain?: Plain | undefined;
};

/** The same for somebody who reads no files: a sentence of the phrases `finding`, and what stands in it. */
export type Plain = { readonly key: string; readonly values: Readonly<Record<string, string | number>> };

/** @throws AppError naming every problem, with the code of the first; none, and it returns. */
export function refuse(problems: readonly Problem[]): void {
  const [first] = problems;
  if (first === undefined) return;
  const shown = problems.slice(0, shownAtOnce).map(describe);
  const more = problems.length > shown.length ? [`… and ${problems.length - shown.length} more`] : [];
  throw new AppError(first.code, ['The knowledge cannot be used:', ...shown, ...more].join('\n  '), { problems });
}

/** `answers/gp-visit.yaml:12 title.en: …`, as editors and terminals open it. */
export function describe({ file, line, field, message }: Omit<Problem, 'code'>): string {
  return `${file}${line === null ? '' : `:${line}`} ${field === '' ? '' : `${field}: `}${message}`;
}

export function fieldOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>((field, key) => {
    if (typeof key === 'number') return `${field}[${key}]`;
    return field === '' ? String(key) : `${field}.${String(key)}`;
  }, '');
}

/** Enough to see a pattern, few enough to read. */
const shownAtOnce = 40;
