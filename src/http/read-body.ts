import type { IncomingMessage } from 'node:http';
import { AppError } from '../core/errors.ts';
import { deepestNesting, nestingOf } from './nesting.ts';

/**
 * The request's body as text, at most `limit` bytes and `withinMs` milliseconds.
 * A body over the limit is refused as soon as that is known; what still comes is thrown away unread.
 * @throws AppError input/too-large, input/not-json (cut off or too slow)
 */
export async function readBody(req: IncomingMessage, limit: number, withinMs = 20_000): Promise<string> {
  if (Number(req.headers['content-length'] ?? 0) > limit) throw tooLarge(req, limit);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const patience = setTimeout(() => {
      give(new AppError('input/not-json', 'The body did not arrive in time.', { withinMs }));
    }, withinMs);
    const take = (chunk: Buffer): void => {
      size += chunk.length;
      if (size > limit) give(tooLarge(req, limit));
      else chunks.push(chunk);
    };
    const give = (problem: AppError | null): void => {
      clearTimeout(patience);
      req.off('data', take);
      if (problem === null) resolve(Buffer.concat(chunks).toString('utf8'));
      else {
        req.resume();
        reject(problem);
      }
    };
    req.on('data', take);
    req.once('end', () => {
      give(null);
    });
    req.once('error', () => {
      give(new AppError('input/not-json', 'The body was cut off.'));
    });
    req.once('aborted', () => {
      give(new AppError('input/not-json', 'The body was cut off.'));
    });
  });
}

/** @throws AppError input/not-json when it is no JSON object, or none that can be walked through. An empty body is an empty object. */
export async function readJsonObject(req: IncomingMessage, limit: number): Promise<Readonly<Record<string, unknown>>> {
  const text = await readBody(req, limit);
  if (text.trim() === '') return {};
  refuseNested(text);
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Said below: what a parser says about the text would repeat the text.
  }
  throw new AppError('input/not-json', 'The body is no JSON object.');
}

/** @throws AppError input/not-json */
export function refuseNested(text: string): void {
  if (nestingOf(text) <= deepestNesting) return;
  const most = String(deepestNesting);
  throw new AppError('input/not-json', `The body is nested deeper than ${most}: send a flatter one.`, { most });
}

function tooLarge(req: IncomingMessage, limit: number): AppError {
  req.resume();
  return new AppError('input/too-large', `The body is over ${String(limit)} bytes.`, { limit });
}
