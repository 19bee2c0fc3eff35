import type { Readable, Writable } from 'node:stream';
import { createInterface } from 'node:readline/promises';

/** The lines of a stream, one by one; the next is handed over when the one before is done with. */
export function linesOf(input: Readable): AsyncIterable<string> {
  return createInterface({ input, crlfDelay: Infinity, terminal: false });
}

/**
 * Writes and waits until it is handed to the system: whoever reads the answer may rely on it before asking on.
 * False when nobody reads any more (`ask --jsonl | head -1`): a reason to stop, not an error.
 */
export function write(output: Writable, text: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    output.write(text, (problem) => {
      if (problem === null || problem === undefined) resolve(true);
      else if ((problem as NodeJS.ErrnoException).code === 'EPIPE') resolve(false);
      else reject(problem);
    });
  });
}
