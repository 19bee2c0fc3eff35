import { problemWith } from './judge-password.ts';

/** The phrase for what is wrong with a new password that was typed twice, or null. */
export function passwordProblem(password: string, again: string, name: string): string | null {
  const problem = problemWith(password, name);
  if (problem !== null) return `account:password.${problem}`;
  return password === again ? null : 'join.not-same';
}
