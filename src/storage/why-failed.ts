/** Why a database refused, where it can be told: a sentence that says what to do, and a word for programs. */
export type WhyFailed = {
  readonly reason:
    'full' | 'read-only' | 'locked' | 'no-database' | 'damaged' | 'unreachable' | 'newer' | 'moved' | 'refused';
  readonly remedy: string;
};

/** Null for what nothing better is known of than that it failed. Looks through the causes of what was thrown. */
export function whyFailed(problem: unknown): WhyFailed | null {
  for (let cause = problem, depth = 0; cause instanceof Error && depth < 6; cause = cause.cause, depth++) {
    const known = ofFence(cause) ?? ofSqlite(cause) ?? ofSystem(cause) ?? ofPostgres(cause) ?? ofMigrations(cause);
    if (known !== null) return known;
  }
  return null;
}

/** https://sqlite.org/rescode.html: the low byte is the primary code. */
function ofSqlite(cause: Error): WhyFailed | null {
  if (!('errcode' in cause) || typeof cause.errcode !== 'number') return null;
  return bySqliteCode[cause.errcode & 0xff] ?? null;
}

function ofSystem(cause: Error): WhyFailed | null {
  const code = 'code' in cause ? String(cause.code) : '';
  // Node tries each address of a name and throws what all of them said together.
  if (cause instanceof AggregateError) return whyFailed(cause.errors[0]);
  return bySystemCode[code] ?? null;
}

/** https://www.postgresql.org/docs/current/errcodes-appendix.html: the first two characters are the class. */
function ofPostgres(cause: Error): WhyFailed | null {
  const code = 'code' in cause ? String(cause.code) : '';
  // What the client itself gave up has words alone.
  if (!/^[0-9A-Z]{5}$/.test(code)) return /timeout|^Connection terminated/i.test(cause.message) ? unreachable : null;
  return bySqlState[code] ?? bySqlState[code.slice(0, 3)] ?? bySqlState[code.slice(0, 2)] ?? null;
}

/** What a database says that was moved: by it a process that still serves tells why nothing can be kept. */
export const movedMessage = 'guichet: moved';

/** A trigger's own words, `fence.ts`. */
function ofFence(cause: Error): WhyFailed | null {
  return cause.message.includes(movedMessage) ? moved : null;
}

/** Kysely tells in words alone that a database knows a migration which the program does not. */
function ofMigrations(cause: Error): WhyFailed | null {
  return cause.message.startsWith('corrupted migrations:') ? newer : null;
}

const full: WhyFailed = { reason: 'full', remedy: 'The disk is full: free some space on it.' };
const readOnly: WhyFailed = {
  reason: 'read-only',
  remedy: 'It may not be written: give this program’s user the right to write the file and its folder.',
};
const unreachable: WhyFailed = {
  reason: 'unreachable',
  remedy: 'The server does not answer: see whether it runs, and whether host and port in DATABASE_URL are right.',
};
const newer: WhyFailed = {
  reason: 'newer',
  remedy: 'A newer version of Guichet has written this database: start that version, or restore an older backup.',
};
const moved: WhyFailed = {
  reason: 'moved',
  remedy: 'This database was moved (guichet move): start with the DATABASE_URL that it was moved to.',
};
const refused: WhyFailed = {
  reason: 'refused',
  remedy: 'The server does not let us in: see user, password and database name in DATABASE_URL.',
};
const cannotOpen: WhyFailed = {
  reason: 'read-only',
  remedy: 'It cannot be opened: see whether its folder is there and may be written by this program’s user.',
};

const bySqliteCode: Readonly<Partial<Record<number, WhyFailed>>> = {
  5: { reason: 'locked', remedy: 'Another program holds the file: end that program, or wait for it.' },
  8: readOnly,
  10: { reason: 'damaged', remedy: 'The disk cannot be read or written: see the system’s log.' },
  11: { reason: 'damaged', remedy: 'The file is damaged: bring a backup back (guichet restore).' },
  13: full,
  14: cannotOpen,
  26: {
    reason: 'no-database',
    remedy: 'The file is no SQLite database: see whether DATABASE_URL names the right one.',
  },
};
const bySystemCode: Readonly<Partial<Record<string, WhyFailed>>> = {
  EACCES: readOnly,
  EPERM: readOnly,
  EROFS: readOnly,
  ENOTDIR: cannotOpen,
  EEXIST: cannotOpen,
  ENOENT: cannotOpen,
  EISDIR: cannotOpen,
  ENOSPC: full,
  EDQUOT: full,
  ECONNREFUSED: unreachable,
  ECONNRESET: unreachable,
  EHOSTUNREACH: unreachable,
  ENETUNREACH: unreachable,
  ENOTFOUND: unreachable,
  EAI_AGAIN: unreachable,
  ETIMEDOUT: unreachable,
  EPIPE: unreachable,
};
const bySqlState: Readonly<Partial<Record<string, WhyFailed>>> = {
  '08': unreachable,
  '28': refused,
  '3D': refused,
  '42501': {
    reason: 'refused',
    remedy: 'The user in DATABASE_URL may not do this: make it the owner of the database.',
  },
  '53100': full,
  '53300': {
    reason: 'refused',
    remedy: 'The server takes no more connections: lower DATABASE_CONNECTIONS, or raise its max_connections.',
  },
  '25006': { reason: 'read-only', remedy: 'The server is a read-only copy: name the primary in DATABASE_URL.' },
  '55P03': { reason: 'locked', remedy: 'Another program holds what is to be written: end it, or wait for it.' },
  '57014': unreachable,
  '57P': unreachable,
};
