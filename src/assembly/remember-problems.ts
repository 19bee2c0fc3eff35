import type { Log } from '../ports/log.ts';

/** A warning or an error as the health page shows it: its code, never what anybody wrote. */
export type Problem = {
  readonly at: string;
  readonly level: 'warn' | 'error';
  readonly code: string;
  readonly message: string;
};

/** The same log, of which the newest problems are remembered, newest first. */
export function rememberProblems(
  log: Log,
  clock: () => Date,
  most = 50,
): { readonly log: Log; readonly problems: () => readonly Problem[] } {
  const remembered: Problem[] = [];
  const noting = (level: Problem['level']) => (fields: Readonly<Record<string, unknown>>, message: string) => {
    const code = typeof fields['code'] === 'string' ? fields['code'] : '–';
    remembered.unshift({ at: clock().toISOString(), level, code, message });
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
  };
}
