import type { Staff } from '../../ports/staff.ts';
import { hashOf, newToken } from '../token.ts';
import { invitationPath, invitationUntil } from './invitation.ts';

/**
 * The path of the link by which the first administrator makes their account, or null when there is one. It ends the links of
 * earlier starts. For whoever started the program: printed, never logged.
 */
export async function firstAccountLink(staff: Staff, now: Date): Promise<string | null> {
  const token = newToken();
  const kept = await staff.inviteFirst({ hash: hashOf(token), until: invitationUntil(now) });
  return kept ? invitationPath(token) : null;
}
