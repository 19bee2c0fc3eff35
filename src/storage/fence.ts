import type { DatabaseSync } from 'node:sqlite';
import { copiedTables } from './copy-database.ts';
import { movedMessage } from './why-failed.ts';

/**
 * Keeps a SQLite database from being written to, also by a process that serves from it: what it acknowledged stands in the copy,
 * and what it can no longer keep it does not acknowledge. Reading goes on.
 */
export function raiseFence(database: DatabaseSync): void {
  const fences = copiedTables.flatMap((table) =>
    (['insert', 'update', 'delete'] as const).map(
      (write) =>
        `CREATE TRIGGER IF NOT EXISTS ${nameOf(table, write)} BEFORE ${write} ON ${table} BEGIN SELECT RAISE(ABORT, '${movedMessage}'); END`,
    ),
  );
  database.exec(`BEGIN IMMEDIATE; ${fences.join(';')}; COMMIT`);
}

export function liftFence(database: DatabaseSync): void {
  const fences = copiedTables.flatMap((table) =>
    (['insert', 'update', 'delete'] as const).map((write) => `DROP TRIGGER IF EXISTS ${nameOf(table, write)}`),
  );
  database.exec(`BEGIN IMMEDIATE; ${fences.join(';')}; COMMIT`);
}

export const fenceOnConversations = nameOf('conversations', 'insert');

function nameOf(table: string, write: string): string {
  return `moved_${table}_${write}`;
}
