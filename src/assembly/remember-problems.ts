import type { Log } from '../ports/log.ts';

/** A warning or an error as the health page shows it: its code, never what anybody wrote. */
export type Problem = {
  readonly at: string;
  readonly level: 'warn' | 'error';
  readonly code: string;
  readonly message: string;
};

/** The same log, of which the newest problems are remembered, newest first, and all are counted by their code. */
export function rememberProblems(
  log: Log,
  clock: () => Date,
  most = 50,
): {
  readonly log: Log;
  readonly problems: () => readonly Problem[];
  readonly counts: () => Readonly<Record<string, number>>;
} {
  const remembered: Problem[] = [];
  const counted = new Map<string, number>();
  const noting = (level: Problem['level']) => (fields: Readonly<Record<string, unknown>>, message: string) => {
    const code = typeof fields['code'] === 'string' ? fields['code'] : '–';
    remembered.unshift({ at: clock().toISOString(), level, code, message });
    counted.set(code, (counted.get(code) ?? 0) + 1);
    remembered.length = Math.min(remembered.length, most);
    log[level](fields, message);
  };
  return {
    log: {
      info: (fields, message) => {
        log.info(fields, message);
      },
      warn: noting('warn'),
      error: noting('error'),
    },
    problems: () => [...remembered],
    counts: () => Object.fromEntries(counted),
  };
}
