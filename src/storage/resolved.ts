import { sql, type SqlBool } from 'kysely';

/** A conversation that needed nobody: answered whole, with nothing left open and no complaint. A condition on `listed`. */
export const isResolved = sql<SqlBool>`handed_over = 0 and missed = 0 and not_helped = 0 and pending = 0`;
