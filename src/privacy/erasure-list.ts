import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Erasure, PersonalData } from '../ports/personal-data.ts';

/**
 * The hashes of what was erased, in a file beside the database: a backup that is brought back holds what was erased since it was
 * made, but this file, which is no part of it, says what that is.
 */
export type ErasureList = {
  /** Adds what the database knows to have been erased. */
  note(): Promise<void>;
  /** Erases again what a backup brought back; returns how many conversations. Called once at start. */
  apply(at: string): Promise<number>;
};

export function createErasureList(
  file: string,
  personalData: Pick<PersonalData, 'erasures' | 'eraseAgain'>,
): ErasureList {
  const lines = () => (existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []).filter((line) => line !== '');
  return {
    async note() {
      const known = new Set(lines());
      const fresh = (await personalData.erasures()).map(lineOf).filter((line) => !known.has(line));
      if (fresh.length === 0) return;
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
      appendFileSync(file, fresh.map((line) => `${line}\n`).join(''), { mode: 0o600 });
    },
    async apply(at) {
      const erasures = lines().map(erasureIn);
      return erasures.length === 0 ? 0 : personalData.eraseAgain(erasures, at);
    },
  };
}

function lineOf({ hash, at }: Erasure): string {
  return `${hash} ${at}`;
}

function erasureIn(line: string): Erasure {
  const [hash = '', at = ''] = line.split(' ');
  return { hash, at };
}
