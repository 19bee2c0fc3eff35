import { AppError } from '../core/errors.ts';

/** Runs a piece of storage work; what the database throws becomes one coded error. @throws AppError storage/failed */
export async function stored<T>(work: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (cause) {
    throw cause instanceof AppError ? cause : new AppError('storage/failed', `Could not ${work}.`, { work }, cause);
  }
}
