import { statSync } from 'node:fs';
import { join } from 'node:path';
import { withBoundary } from '../boundary.ts';
import { AppError } from '../core/errors.ts';
import { pathsIn } from '../paths-in.ts';
import type { Log } from '../ports/log.ts';
import { hashOf, isRead, readFiles } from './files.ts';
import type { FormEntry } from './forms.ts';
import { readAside } from './read-aside.ts';
import type { Knowledge } from './schema.ts';

/** The knowledge that answers now. Ask for it at each use: a reload swaps it whole, and who holds the old one keeps it. */
export type Live<T> = {
  readonly current: () => T;
  readonly state: () => LiveState;
  /** Reads the folder now; done when what stands there answers, or why not is known. Never throws. */
  reload(): Promise<LiveState>;
  close(): void;
};

export type LiveState = {
  readonly hash: string;
  /** ISO 8601: since when this version answers. */
  readonly since: string;
  /** Whether a changed folder is being read or learned. */
  readonly busy: boolean;
  /** Why the files as they stand do not answer: the last good version does. */
  readonly problem: { readonly at: string; readonly code: string; readonly message: string } | null;
};

type Parts<T> = {
  /** Those that the program has. */
  readonly forms: readonly FormEntry[];
  /** Makes what answers out of the knowledge; the version before goes on answering meanwhile. */
  readonly prepare: (knowledge: Knowledge) => Promise<T>;
  readonly clock: () => Date;
  readonly log: Log;
  /** How often the folder is looked at. Looking, not listening: shared and mounted folders tell nobody of a change. */
  readonly everyMs?: number;
};

/** Follows the folder that `first` was read from until it is closed. */
export function followKnowledge<T extends { readonly knowledge: Knowledge }>(
  folder: string,
  first: T,
  { forms, prepare, clock, log, everyMs = 1000 }: Parts<T>,
): Live<T> {
  let current = first;
  let state: LiveState = { hash: first.knowledge.hash, since: clock().toISOString(), busy: false, problem: null };
  let reading: Promise<void> | null = null;
  let again = false;
  let seen: string | null = null;

  const readOnce = async (): Promise<void> => {
    try {
      const knowledge = await readAside(folder, forms);
      if (knowledge.hash !== current.knowledge.hash) {
        current = await prepare(knowledge);
        state = { ...state, hash: knowledge.hash, since: clock().toISOString() };
        log.info({ knowledge: knowledge.hash }, 'the knowledge was changed: the new version answers');
      }
      state = { ...state, problem: null };
    } catch (problem) {
      const { code, message } = whatIsWrong(problem);
      state = { ...state, problem: { at: clock().toISOString(), code, message } };
      log.error(
        { code, knowledge: state.hash, err: problem },
        'the knowledge cannot be used: the last good version answers',
      );
    }
  };
  const reload = async (): Promise<LiveState> => {
    again = true;
    reading ??= (async () => {
      state = { ...state, busy: true };
      // What was changed while it was read is read again: nobody waits for the next look.
      while (again) {
        again = false;
        await readOnce();
      }
      state = { ...state, busy: false };
    })().finally(() => (reading = null));
    await reading;
    return state;
  };
  const look = (): void => {
    const now = signatureOf(folder);
    // What was changed between reading it and the first look is told by its contents.
    const changed = seen === null ? hashOf(readFiles(folder)) !== current.knowledge.hash : now !== seen;
    seen = now;
    if (changed) void reload();
  };
  const lookSafely = withBoundary(look, (err) => {
    log.error({ code: 'knowledge/invalid-file', err }, 'the folder of the knowledge could not be looked at');
  });
  const timer = setInterval(lookSafely, everyMs).unref();
  lookSafely();
  return {
    current: () => current,
    state: () => state,
    reload,
    close: () => {
      clearInterval(timer);
    },
  };
}

/** A folder that is away, or a file that may not be read, is nobody's bug: the system says which and why. */
function whatIsWrong(problem: unknown): { readonly code: string; readonly message: string } {
  if (problem instanceof AppError) return problem;
  if (!(problem instanceof Error)) return { code: 'bug/unreachable', message: String(problem) };
  const ofTheSystem = 'syscall' in problem;
  return ofTheSystem
    ? { code: 'knowledge/invalid-file', message: `${problem.message}: bring the folder back as it was` }
    : { code: 'bug/unreachable', message: problem.message };
}

/** Changes with every file that is added, taken away or written: names, sizes and times, not contents. */
function signatureOf(folder: string): string {
  try {
    return pathsIn(folder)
      .filter(isRead)
      .map((name) => {
        const { mtimeMs, size } = statSync(join(folder, name));
        return `${name} ${mtimeMs} ${size}`;
      })
      .join('\n');
  } catch {
    // A file that went away between two looks: the next look sees what stands then.
    return '';
  }
}
