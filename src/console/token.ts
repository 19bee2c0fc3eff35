import { createHash, randomBytes } from 'node:crypto';

/** What a cookie or a link holds: 256 bits that nobody can guess. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps of it. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
