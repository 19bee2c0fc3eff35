import { AppError } from '../core/errors.ts';
import { tokensOf, type Spelling } from './tokens.ts';

/**
 * A phrase of a language's data, as what has to stand one after the other:
 * `(already|) registered ... <fund>` is a choice, a word, up to three words of any kind, and one of a group's phrases.
 * `insur*` is any word that begins so, `*versicherung` any that ends so.
 */
export type Step =
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'begins' | 'ends'; readonly word: string }
  | { readonly kind: 'group'; readonly name: string }
  | { readonly kind: 'gap' };

/** Every way in which `phrase` may be said. @throws AppError for brackets that do not close. */
export function waysOf(phrase: string, spelling: Spelling): readonly (readonly Step[])[] {
  return chosen(phrase).map((way) => stepsOf(way, spelling));
}

/** `(a|b) c` → `a c`, `b c`; choices may stand in choices. */
function chosen(phrase: string): string[] {
  const close = phrase.indexOf(')');
  if (close < 0) {
    if (phrase.includes('(')) throw unclosed(phrase);
    return [phrase];
  }
  const open = phrase.lastIndexOf('(', close);
  if (open < 0) throw unclosed(phrase);
  const [before, inside, after] = [phrase.slice(0, open), phrase.slice(open + 1, close), phrase.slice(close + 1)];
  return [...new Set(inside.split('|').flatMap((choice) => chosen(`${before}${choice}${after}`)))];
}

function unclosed(phrase: string): AppError {
  return new AppError('knowledge/invalid-file', `"${phrase}": every bracket must close`, { phrase });
}

function stepsOf(way: string, spelling: Spelling): Step[] {
  return way
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((part): Step[] => {
      if (part === '...') return [{ kind: 'gap' }];
      const group = /^<([a-zA-Z]+)>$/.exec(part)?.[1];
      if (group !== undefined) return [{ kind: 'group', name: group }];
      const [begins, ends] = [part.endsWith('*'), part.startsWith('*')];
      const words = tokensOf(part.replaceAll('*', ''), spelling).map(({ text }) => text);
      const [first] = words;
      if (first !== undefined && words.length === 1 && (begins || ends))
        return [{ kind: begins ? 'begins' : 'ends', word: first }];
      return words.map((word) => ({ kind: 'word', word }));
    });
}
