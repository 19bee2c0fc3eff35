import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AppError } from '../core/errors.ts';

/**
 * A key of this installation, 32 bytes: made at first start and kept in `folder` for its owner alone (mode 0600), so that
 * tokens stay good over a restart. With several processes give the key by the environment instead.
 * @throws AppError config/invalid when the file holds no key
 */
export function keyFromFile(folder: string, name: string): Buffer {
  const file = join(folder, `${name}.key`);
  if (!existsSync(file)) makeKey(folder, file);
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url');
  if (key.length !== keyBytes) {
    throw new AppError(
      'config/invalid',
      `${file} holds no key of ${keyBytes} bytes: remove it to have a new one made.`,
    );
  }
  return key;
}

/**
 * The key that encrypts addresses and deliveries, kept beside the database; of a database in memory, one for its life.
 * @throws AppError config/invalid with PostgreSQL: several processes must be given the same key
 */
export function keptDeliveryKey(address: { readonly kind: string; readonly path?: string }): Uint8Array {
  if (address.path === ':memory:') return randomBytes(keyBytes);
  if (address.path !== undefined) return keyFromFile(dirname(address.path), 'deliveries');
  throw new AppError(
    'config/invalid',
    'DELIVERY_KEY: with PostgreSQL give a key, the same to every process: openssl rand -base64 32',
  );
}

/** Written aside and renamed: a process killed in between leaves no half key. */
function makeKey(folder: string, file: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const aside = `${file}.${process.pid}.new`;
  writeFileSync(aside, `${randomBytes(keyBytes).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  renameSync(aside, file);
}

const keyBytes = 32;
