import { pino } from 'pino';
import { AppError } from './core/errors.ts';
import type { Log } from './ports/log.ts';

export type LogLevel = 'silent' | 'error' | 'warn' | 'info' | 'debug';

/** Structured logs, one JSON object a line, to a file descriptor: 1, or 2 where stdout belongs to the answers. */
export function createLog(level: LogLevel, descriptor: 1 | 2): Log {
  return pino(
    { level, base: null, serializers: { err: describeError }, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: descriptor, sync: true }),
  );
}

/**
 * An error without anything that a person wrote. Messages of our own coded errors hold none; a foreign message may quote
 * its input (`JSON.parse` does), so only those of system errors and of mistakes in the program are kept.
 */
export function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return typeof error;
  const { cause } = error;
  return {
    type: error.name,
    ...('code' in error && { code: error.code }),
    ...(error instanceof AppError && { message: error.message, details: error.details }),
    ...(speaksOfTheProgram(error) && { message: error.message }),
    at: frames(error),
    ...(cause !== undefined && { cause: describeError(cause) }),
  };
}

function speaksOfTheProgram(error: Error): boolean {
  return error instanceof TypeError || error instanceof ReferenceError || ('code' in error && 'syscall' in error);
}

/** The stack without its first lines, which repeat the message. */
function frames(error: Error): readonly string[] {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim().slice(3));
}
