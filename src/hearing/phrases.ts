import { AppError } from '../core/errors.ts';
import { wordsOf, type Spelling } from './tokens.ts';

/**
 * A phrase of a language's data, as what has to stand one after the other:
 * `(already|) registered ... <fund>` is a choice that may be left out, a word, up to three words of any kind, and one of a
 * group's phrases. `insur*` is any word that begins so, `*versicherung` any that ends so.
 */
export type Step =
  | { readonly kind: 'word' | 'begins' | 'ends'; readonly word: string }
  | { readonly kind: 'group'; readonly name: string }
  | { readonly kind: 'gap' }
  | {
      readonly kind: 'choice';
      readonly written: string;
      readonly ways: readonly (readonly Step[])[];
      readonly optional: boolean;
    };

/** Reads phrases; the same word and the same choice stand in many. @throws AppError for brackets that do not close. */
export function phraseReader(spelling: Spelling): (phrase: string) => readonly Step[] {
  const known = new Map<string, readonly Step[]>();
  const read = (phrase: string): readonly Step[] => piecesOf(phrase).flatMap(stepsOfPiece);
  const stepsOfPiece = (piece: string): readonly Step[] => {
    const before = known.get(piece);
    if (before !== undefined) return before;
    const steps = piece.startsWith('(') ? [choiceOf(piece, read)] : stepsOfWords(piece, spelling);
    known.set(piece, steps);
    return steps;
  };
  return read;
}

/** Every way in which `steps` may be said, for phrases of words alone. */
export function waysOf(steps: readonly Step[]): readonly (readonly string[])[] {
  return steps.reduce<readonly (readonly string[])[]>(
    (ways, step) => ways.flatMap((way) => said(step).map((words) => [...way, ...words])),
    [[]],
  );
}

function said(step: Step): readonly (readonly string[])[] {
  if (step.kind === 'word') return [[step.word]];
  if (step.kind !== 'choice') return [[]];
  const ways = step.ways.flatMap((way) =>
    way.reduce<readonly (readonly string[])[]>(
      (before, inner) => before.flatMap((words) => said(inner).map((more) => [...words, ...more])),
      [[]],
    ),
  );
  return step.optional ? [[], ...ways] : ways;
}

/** Words and whole brackets, in order. */
function piecesOf(phrase: string): string[] {
  if (!phrase.includes('(') && !phrase.includes(')')) return phrase.split(' ').filter(Boolean);
  const pieces: string[] = [];
  let [depth, piece] = [0, ''];
  for (const sign of phrase) {
    if (depth === 0 && (sign === ' ' || sign === '(')) {
      if (piece !== '') pieces.push(piece);
      piece = '';
    }
    if (sign === '(') depth += 1;
    if (depth > 0 || sign !== ' ') piece += sign;
    if (sign !== ')') continue;
    depth -= 1;
    if (depth < 0) throw unclosed(phrase);
    if (depth > 0) continue;
    pieces.push(piece);
    piece = '';
  }
  if (depth !== 0) throw unclosed(phrase);
  return piece === '' ? pieces : [...pieces, piece];
}

function choiceOf(written: string, read: (phrase: string) => readonly Step[]): Step {
  const ways = choicesIn(written.slice(1, -1)).map(read);
  return {
    kind: 'choice',
    written,
    ways: ways.filter(({ length }) => length > 0),
    optional: ways.some(({ length }) => length === 0),
  };
}

/** At `|`, but not inside inner brackets. */
function choicesIn(inside: string): string[] {
  if (!inside.includes('(')) return inside.split('|');
  const choices = [''];
  let depth = 0;
  for (const sign of inside) {
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (sign === '|' && depth === 0) choices.push('');
    else choices.push(`${choices.pop() ?? ''}${sign}`);
  }
  return choices;
}

/** Most pieces are one: it is written as it is compared. */
const plainWord = /^[a-z]+$/;

function stepsOfWords(piece: string, spelling: Spelling): Step[] {
  if (plainWord.test(piece) && !spelling.respelled.has(piece)) return [{ kind: 'word', word: piece }];
  if (piece === '...') return [{ kind: 'gap' }];
  const group = /^<([a-zA-Z]+)>$/.exec(piece)?.[1];
  if (group !== undefined) return [{ kind: 'group', name: group }];
  const words = wordsOf(piece.replaceAll('*', ''), spelling);
  const [first] = words;
  if (first !== undefined && words.length === 1 && piece.includes('*'))
    return [{ kind: piece.startsWith('*') ? 'ends' : 'begins', word: first }];
  return words.map((word) => ({ kind: 'word', word }));
}

function unclosed(phrase: string): AppError {
  return new AppError('knowledge/invalid-file', `"${phrase}": every bracket must close`, { phrase });
}
