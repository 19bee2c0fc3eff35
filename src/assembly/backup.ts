import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Config } from '../config.ts';
import { AppError } from '../core/errors.ts';
import { writeBackup } from '../storage/backup-file.ts';
import { sealKeys } from '../storage/sealed-keys.ts';
import { databaseOf } from './from-config.ts';
import { keysOf } from './keys.ts';
import { keyFiles, noteBackup } from './standing-of-files.ts';

/** Writes a backup while the desk serves, and says what is in it and what is not. */
export async function backUp(config: Config, file: string, passphraseFile: string | undefined): Promise<void> {
  const passphrase = passphraseFile === undefined ? null : passphraseIn(passphraseFile);
  const began = performance.now();
  await writeBackup(databaseOf(config), file);
  if (passphrase !== null) sealKeys(file, keysOf(config), passphrase);
  noteBackup(config, new Date());
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  process.stdout.write(
    `${file}: ${String(statSync(file).size)} bytes, whole and of one moment, in ${seconds} s.\n` +
      `${passphrase === null ? leftOut(config) : 'The keys are in it, sealed: keep the passphrase apart from it.'}\n` +
      `Not in it: ${config.KNOWLEDGE_DIR} (the knowledge), the settings, and the list of erasures, which has to outlive it.\n`,
  );
}

/** @throws AppError config/invalid for one that is no protection */
export function passphraseIn(file: string): string {
  const passphrase = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  if (passphrase.length >= shortest) return passphrase;
  throw new AppError('config/invalid', `${file} holds no passphrase of ${String(shortest)} characters or more.`);
}

/** By their names: what a key is stands nowhere. */
function leftOut(config: Config): string {
  const names = (['DELIVERY_KEY', 'TOKEN_KEY'] as const).map((name) => `${name} (${placeOf(config, name)})`);
  return `Left out: ${names.join(', ')}. Without them addresses, drafts and waiting letters cannot be read: keep them elsewhere, or seal them into the backup with --passphrase-file.`;
}

function placeOf(config: Config, name: 'DELIVERY_KEY' | 'TOKEN_KEY'): string {
  if (config[name] !== undefined || config.DATABASE_URL.kind === 'postgres') return 'a setting';
  return join(dirname(config.DATABASE_URL.path), keyFiles[name]);
}

const shortest = 12;
