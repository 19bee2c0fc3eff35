import type { Staff } from '../../ports/staff.ts';
import { isPassword, pretendToCheck } from './password.ts';

export type Checked = { readonly kind: 'in'; readonly account: string } | { readonly kind: 'refused' | 'locked' };

/**
 * Name and password against the accounts. After `lockAfter` failures in a row the account is locked for a while, the right
 * password included: who guesses learns nothing.
 */
export async function checkCredentials(
  staff: Staff,
  { name, password }: { readonly name: string; readonly password: string },
  now: Date,
): Promise<Checked> {
  const known = await staff.credentials(name);
  if (known === null) {
    await pretendToCheck(password);
    return { kind: 'refused' };
  }
  if (known.lockedUntil !== null && known.lockedUntil > now.toISOString()) return { kind: 'locked' };
  if (await isPassword(password, known.hash)) {
    await staff.succeeded(known.id);
    return { kind: 'in', account: known.id };
  }
  // After a lock has run out one more failure locks again, until somebody gets in.
  await staff.failed(known.id, lockAfter, new Date(now.getTime() + lockMinutes * 60_000).toISOString());
  return { kind: 'refused' };
}

const lockAfter = 5;
export const lockMinutes = 15;
