import type { Role } from '../ports/staff.ts';

/** From the least to the most. */
export const roles: readonly Role[] = Object.freeze(['reviewer', 'curator', 'admin']);

export function may(role: Role, needed: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(needed);
}

/** Null for anything that is no role. */
export function roleOf(text: string | null): Role | null {
  return roles.find((role) => role === text) ?? null;
}
