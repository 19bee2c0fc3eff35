import type { Parts } from '../parts.ts';
import { createSessions, type Sessions } from '../sessions.ts';
import { createPasswords, type Passwords } from './passwords.ts';
import { createSlowDown, type SlowDown } from './slow-down.ts';

/** What every way in shares: who is signed in, the work of hashing, and who has to wait. */
export type Doors = { readonly sessions: Sessions; readonly passwords: Passwords; readonly slowDown: SlowDown };

export function createDoors({ staff, clock }: Pick<Parts, 'staff' | 'clock'>): Doors {
  return { sessions: createSessions(staff, clock), passwords: createPasswords(), slowDown: createSlowDown() };
}
