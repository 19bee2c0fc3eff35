import { Kysely } from 'kysely';
import type { Logged } from '../ports/logged.ts';
import { createLogged } from './logged.ts';
import { dialectOf, type DatabaseAddress } from './open-storage.ts';
import type { Tables } from './tables.ts';

/** A connection of its own to a database that is open already, for a thread that reads what was said. */
export function openLogged(address: DatabaseAddress): { readonly logged: Logged; readonly close: () => Promise<void> } {
  const db = new Kysely<Tables>({ dialect: dialectOf(address) });
  return { logged: createLogged(db), close: () => db.destroy() };
}
