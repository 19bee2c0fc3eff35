import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { bareLetters } from '../../text/letters.ts';
import { longestPassword, shortestPassword } from './password.ts';

/** Why a password is none: `common` is among what is tried first, `name` is the person's own or the program's. */
export type PasswordProblem = 'too-short' | 'too-long' | 'common' | 'name';

/** What is wrong with a password for this account, or null. */
export function problemWith(password: string, name: string): PasswordProblem | null {
  const typed = password.normalize('NFKC');
  if (Array.from(typed).length < shortestPassword) return 'too-short';
  if (typed.length > longestPassword) return 'too-long';
  if (isName(typed, name)) return 'name';
  return commonest.has(typed.toLowerCase()) || guessesFor(typed, name) < fewestGuesses ? 'common' : null;
}

/** "Ada Lovelace 1815": without the name little is left to guess. */
function isName(typed: string, name: string): boolean {
  const names = [...comparable(name).split(' '), ...ourNames].filter((part) => part.length >= shortestName);
  const rest = names.reduce((left, part) => left.replaceAll(part, ''), comparable(typed));
  return rest !== comparable(typed) && rest.replaceAll(' ', '').length < shortestPassword / 2;
}

function comparable(text: string): string {
  return bareLetters(text).replaceAll(/[^\p{L}\p{N}]+/gu, ' ');
}

/** One word twice, a row of keys, figures that count up, a word with a year: each is tried early (zxcvbn). */
function guessesFor(typed: string, name: string): number {
  estimate ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  return estimate.check(typed.slice(0, longestJudged), [name, ...ourNames]).guesses;
}

let estimate: ZxcvbnFactory | null = null;
const commonest: ReadonlySet<string> = new Set(dictionary['passwords-common']);
const ourNames = Object.freeze(['guichet']);
const shortestName = 3;
/** What a machine tries in a night at a door that slows it down, many times over. */
const fewestGuesses = 1e8;
/** More is not needed to see that it is long, and takes the square of its length. */
const longestJudged = 60;
