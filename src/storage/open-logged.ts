import type { Logged } from '../ports/logged.ts';
import { createLogged } from './logged.ts';
import { openDatabase, type DatabaseAddress } from './open-database.ts';

/** A connection of its own to a database that is open already, for a thread that reads what was said. */
export function openLogged(address: DatabaseAddress): { readonly logged: Logged; readonly close: () => Promise<void> } {
  const { work, close } = openDatabase({ ...address, connections: 1 } as DatabaseAddress, () => undefined);
  return { logged: createLogged(work), close };
}
