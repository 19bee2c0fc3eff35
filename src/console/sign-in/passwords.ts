import { AppError } from '../../core/errors.ts';
import { hashPassword, isPassword, pretendToCheck } from './password.ts';

/**
 * Passwords, two at a time: each costs 19 MiB and a thread that files and names are looked up with as well. The others wait in
 * turn, by who they are; of those that stand for nobody but themselves no more than `mostWaiting` are taken on.
 */
export type Passwords = {
  hash(password: string): Promise<string>;
  /** Against the hash of a known name, or at the same cost against none. Null: not checked, too many wait. */
  check(password: string, hash: string | null, who: Rank): Promise<boolean | null>;
};

/** Who is heard before whom: a browser that is known, a place that tries for the first time, one that tries again. */
export type Rank = (typeof ranks)[number];
const ranks = Object.freeze(['known', 'first', 'again'] as const);

export function createPasswords(work: Work = argon2id): Passwords {
  const waiting: Readonly<Record<Rank, (() => void)[]>> = { known: [], first: [], again: [] };
  let running = 0;
  const inTurn = async <T>(who: Rank, task: () => Promise<T>): Promise<T | null> => {
    if (running < atOnce) running++;
    else if (waiting[who].length >= mostWaiting) return null;
    else await new Promise<void>((resolve) => waiting[who].push(resolve));
    try {
      return await task();
    } finally {
      // The place is handed on, not given back: nobody may slip in between.
      const next = ranks.map((rank) => waiting[rank]).find((those) => those.length > 0);
      if (next === undefined) running--;
      else next.shift()?.();
    }
  };
  return {
    async hash(password) {
      const hash = await inTurn('known', () => work.hash(password));
      if (hash === null) throw new AppError('limit/rate', 'Too many passwords wait to be hashed: try again.');
      return hash;
    },
    check: (password, hash, who) =>
      inTurn(who, () => (hash === null ? work.pretend(password) : work.isRight(password, hash))),
  };
}

/** What costs memory and time. */
type Work = {
  hash(password: string): Promise<string>;
  isRight(password: string, hash: string): Promise<boolean>;
  pretend(password: string): Promise<boolean>;
};

const argon2id: Work = { hash: hashPassword, isRight: isPassword, pretend: pretendToCheck };

/** Half of the threads that Node has for such work. */
const atOnce = 2;
/** Of each rank. Some five seconds of work: who would wait longer is told to try again. */
const mostWaiting = 256;
