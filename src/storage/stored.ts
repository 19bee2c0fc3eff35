import { AppError } from '../core/errors.ts';
import { whyFailed } from './why-failed.ts';

/** Runs a piece of storage work; what the database throws becomes one coded error. @throws AppError storage/failed */
export async function stored<T>(work: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (cause) {
    throw cause instanceof AppError ? cause : storageFailed(`Could not ${work}.`, cause, { work });
  }
}

/** A refusal of the database, with why and what to do where that can be told. */
export function storageFailed(
  message: string,
  cause: unknown,
  details: Readonly<Record<string, unknown>> = {},
): AppError {
  const why = whyFailed(cause);
  return why === null
    ? new AppError('storage/failed', message, details, cause)
    : new AppError('storage/failed', `${message} ${why.remedy}`, { ...details, reason: why.reason }, cause);
}
