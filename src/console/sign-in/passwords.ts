import { AppError } from '../../core/errors.ts';
import { hashPassword, isPassword, pretendToCheck } from './password.ts';

/**
 * Passwords, a few at a time: each costs 19 MiB and a thread that files and names are looked up with as well. The others wait in
 * turn, those of known browsers before the rest; beyond `mostWaiting` a stranger's is not taken on.
 */
export type Passwords = {
  hash(password: string): Promise<string>;
  /** Against the hash of a known name, or at the same cost against none. Null: not checked, too many wait. */
  check(password: string, hash: string | null, known: boolean): Promise<boolean | null>;
};

export function createPasswords(work: Work = argon2id): Passwords {
  const waiting: Record<'known' | 'stranger', (() => void)[]> = { known: [], stranger: [] };
  let running = 0;
  const inTurn = async <T>(who: 'known' | 'stranger', task: () => Promise<T>): Promise<T | null> => {
    if (running >= atOnce) {
      if (waiting[who].length >= mostWaiting) return null;
      await new Promise<void>((resolve) => waiting[who].push(resolve));
    } else running++;
    try {
      return await task();
    } finally {
      // The place is handed on, not given back: nobody may slip in between.
      const next = waiting.known.shift() ?? waiting.stranger.shift();
      if (next === undefined) running--;
      else next();
    }
  };
  return {
    async hash(password) {
      const hash = await inTurn('known', () => work.hash(password));
      if (hash === null) throw new AppError('limit/rate', 'Too many passwords wait to be hashed: try again.');
      return hash;
    },
    check: (password, hash, known) =>
      inTurn(known ? 'known' : 'stranger', () =>
        hash === null ? work.pretend(password) : work.isRight(password, hash),
      ),
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
/** Some two seconds of work: who would wait longer is told to try again. */
const mostWaiting = 64;
