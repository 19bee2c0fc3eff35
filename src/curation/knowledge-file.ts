import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { AppError } from '../core/errors.ts';

/** A file's whole text; null when there is none. @throws AppError input/invalid for what is no file of the knowledge */
export function readKnowledgeFile(folder: string, file: string): string | null {
  const path = placeOf(folder, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

/**
 * Puts a file in its place, or takes it away, at once: whoever reads meanwhile reads the old text or the new, never half of
 * one, and it is on the disk when this returns.
 * @throws AppError input/invalid for what is no file of the knowledge
 */
export function writeKnowledgeFile(folder: string, file: string, text: string | null): void {
  const path = placeOf(folder, file);
  if (text === null) {
    rmSync(path, { force: true });
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  // Not `.yaml`: a half-written file is no file of the knowledge.
  const aside = `${path}.${process.pid}.new`;
  const handle = openSync(aside, 'w', 0o644);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(aside, path);
}

/** Whether colleagues may write it: the files that people edit. Word lists and evaluation questions are no part of it, but those that judgements become. */
export function isKnowledgeFile(file: string): boolean {
  return editable.test(file);
}

function placeOf(folder: string, file: string): string {
  if (!isKnowledgeFile(file)) throw new AppError('input/invalid', 'No such file of the knowledge.', { path: 'file' });
  return join(folder, ...file.split('/'));
}

/** No dot but the last: nothing outside the folder can be named. */
const editable =
  /^(?:questions\/judged|(?:topics|rates|offers)\/[a-z0-9-]{1,80}|eligibility\/[A-Z]\d\d|languages\/[a-z]{2}\/(?:answers\/[a-z0-9-]{1,80}|phrases\/[a-z-]{1,40}|[a-z-]{1,40})|[a-z-]{1,40})\.yaml$/;
