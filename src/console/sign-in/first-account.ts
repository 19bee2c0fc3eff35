import type { Staff } from '../../ports/staff.ts';
import { invite } from './invitation.ts';

/**
 * The path of the link by which the first administrator makes their account, or null when somebody has one. For whoever
 * started the program: printed, never logged.
 */
export async function firstAccountLink(staff: Staff, now: Date): Promise<string | null> {
  const there = await staff.accounts(now.toISOString());
  return there.length > 0 ? null : invite(staff, { role: 'admin', name: null, now });
}
