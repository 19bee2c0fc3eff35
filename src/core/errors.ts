/**
 * Every error a person may meet has a code: one union, a code is never reused for another meaning.
 * Expected outcomes (a refusal, a question still open) are values, not errors.
 */
export type ErrorCode =
  | 'config/invalid'
  | 'runtime/wrong-version'
  | 'runtime/missing-package'
  | 'knowledge/invalid-file'
  | 'knowledge/alias'
  | 'knowledge/duplicate-id'
  | 'knowledge/unknown-reference'
  | 'knowledge/unwritten'
  | 'knowledge/old-layout'
  | 'input/invalid'
  | 'input/unanswerable'
  | 'input/too-large'
  | 'input/not-json'
  | 'input/not-supported'
  | 'limit/rate'
  | 'limit/load'
  | 'auth/missing'
  | 'auth/refused'
  | 'auth/expired'
  | 'auth/unavailable'
  | 'conversation/unknown'
  | 'activity/unknown-type'
  | 'state/conflict'
  | 'storage/failed'
  | 'channel/send-failed'
  | 'mail/connection'
  | 'mail/too-large'
  | 'mail/too-many-parts'
  | 'mail/unreadable'
  | 'mail/too-costly'
  | 'channel/busy'
  | 'channel/refused'
  | 'http/failed'
  | 'turn/failed'
  | 'bug/unreachable'
  | 'bug/uncaught';

/** A bug, an outage or bad input at a door. `details` never holds message text, names or addresses. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, message: string, details: Readonly<Record<string, unknown>> = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.details = details;
  }
}

/** Closes a switch over a union: the compiler proves that it cannot be reached. */
export function unreachable(value: never): never {
  throw new AppError('bug/unreachable', `Unexpected value ${JSON.stringify(value)}`);
}
