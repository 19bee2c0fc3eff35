import { randomBytes, scryptSync } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { AppError } from '../core/errors.ts';
import { createCipher } from './cipher.ts';
import type { KeyName } from './key-prints.ts';

export type Keys = Readonly<Record<KeyName, Uint8Array>>;

/** Puts the keys into a backup, readable with the passphrase alone. */
export function sealKeys(file: string, keys: Keys, passphrase: string): void {
  const salt = randomBytes(16).toString('base64');
  const texts = Object.fromEntries(
    Object.entries(keys).map(([name, key]) => [name, Buffer.from(key).toString('base64url')]),
  );
  withFile(file, (database) => {
    database.exec(`CREATE TABLE ${table}(salt TEXT NOT NULL, sealed TEXT NOT NULL)`);
    const sealed = createCipher(keyFrom(passphrase, salt)).seal(table, texts);
    database.prepare(`INSERT INTO ${table} VALUES (?, ?)`).run(salt, sealed);
  });
}

/** Null where the backup holds none. @throws AppError auth/refused when the passphrase is another */
export function openKeys(file: string, passphrase: string): Keys | null {
  return withFile(file, (database) => {
    if (!holds(database)) return null;
    const row = database.prepare(`SELECT salt, sealed FROM ${table}`).get() as { salt: string; sealed: string };
    const texts = createCipher(keyFrom(passphrase, row.salt)).open(table, row.sealed) as Record<KeyName, string> | null;
    if (texts === null) throw new AppError('auth/refused', 'The passphrase does not open the keys in this backup.');
    return {
      DELIVERY_KEY: Buffer.from(texts.DELIVERY_KEY, 'base64url'),
      TOKEN_KEY: Buffer.from(texts.TOKEN_KEY, 'base64url'),
    };
  });
}

export function holdsKeys(file: string): boolean {
  return withFile(file, holds);
}

/** What is restored is served from: the keys do not lie in it. */
export function takeKeysOut(file: string): void {
  withFile(file, (database) => {
    database.exec(`PRAGMA secure_delete = ON; DROP TABLE IF EXISTS ${table}; VACUUM`);
  });
}

function holds(database: DatabaseSync): boolean {
  return database.prepare(`SELECT 1 FROM sqlite_master WHERE name = '${table}'`).all().length > 0;
}

function withFile<T>(file: string, work: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(file);
  try {
    return work(database);
  } finally {
    database.close();
  }
}

/** https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html: N of 2^17, r 8. */
function keyFrom(passphrase: string, salt: string): Buffer {
  return scryptSync(passphrase.normalize('NFC'), Buffer.from(salt, 'base64'), 32, {
    N: 2 ** 17,
    r: 8,
    p: 1,
    maxmem: 2 ** 28,
  });
}

const table = 'backup_keys';
