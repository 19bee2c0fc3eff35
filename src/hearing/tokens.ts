import { plainFigures } from '../text/plain-signs.ts';
import { questionMark } from '../text/question-mark.ts';
import { remember } from '../text/remember.ts';
import { comparedForm } from './compared-form.ts';

/** A word, a number, a date in figures, the age that stands for a day of birth, a flag or a mark, and where it stands in the text. */
export type Token = {
  /** Folded. */
  readonly text: string;
  /** `text`, and what is left of it without a particle written onto it. */
  readonly forms: readonly string[];
  readonly kind: 'word' | 'number' | 'date' | 'born' | 'flag' | 'mark' | 'stop';
  readonly start: number;
  readonly end: number;
  /** No space stands before it. */
  readonly glued: boolean;
};

/** How a language writes its words. */
export type Spelling = {
  /** `don't` is one word, `j'ai` two. */
  readonly apostrophe: 'joins' | 'splits';
  /** Written onto the next word, as in Arabic. */
  readonly particles: readonly string[];
  /** A word as people type it, and the words it stands for: `im` → `i am`. */
  readonly respelled: ReadonlyMap<string, readonly string[]>;
  /** Words that are the figures of a year, one after the other: `二〇二六`. */
  readonly figures: ReadonlyMap<string, string>;
  /** What a word that is written by ear stands for; one with a capital is no country, but may be a name. */
  readonly byEar?: (word: string, hasCapital: boolean) => readonly string[] | null;
};

/** Nobody tells of their situation in more than this; a letter that is longer is heard to here. */
const longestText = 4_000;

const unspaced = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}`;
const oneUnspaced = new RegExp(`^[${unspaced}]`, 'v');
const letters = String.raw`[[\p{L}\p{M}]--[${unspaced}]]`;
const spacedWord = String.raw`[\p{L}--[${unspaced}]]${letters}*`;
const onlyWords = new RegExp(`^${spacedWord}(?:[ \\-]${spacedWord})*$`, 'v');
const betweenWords = /[ -]/;
const onlyUnspaced = new RegExp(`^[${unspaced}]+$`, 'v');
/** A few thousand letters make up all phrases. */
const comparedLetter = remember((letter) => ({ form: comparedForm(letter) }));
const figuresOfYear = 4;
const yearInFigures = String.raw`20\d{2}`;
const monthInFigures = String.raw`(?:0?[1-9]|1[0-2])`;
/** Longest first: a date in figures, a flag, an amount, a number, a word, a mark. */
const patterns = {
  born: String.raw`\[born: \d{1,3} years\]`,
  date: String.raw`(?:0?[1-9]|[12]\d|3[01])(?<spaced> ?[ .\/\-] ?)(?:0?[1-9]|1[0-2])\k<spaced>(?:19|20)\d{2}(?!\d)|\d{1,4}(?<between>[\-\/.])\d{1,2}\k<between>\d{2,4}(?!\d)|\d{4}(?<after>[\-\/.])\d{1,2}\k<after>\d(?!\d)|\d{1,2}\/(?:\d{4}|\d{1,2})(?![\d\/])|\d{1,2}\.\d{1,2}\.(?=\s|$|[,;\)])|(?<!\d)(?:${yearInFigures}[\-\/]${monthInFigures}|${monthInFigures}[\-.]${yearInFigures})(?!\d)`,
  flag: String.raw`[\u{1F1E6}-\u{1F1FF}]{2}`,
  number: String.raw`\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+(?:[.,]\d{1,2}(?!\d))?`,
  stop: String.raw`[.!?…;\n\r。！？；؟؛]`,
  mark: String.raw`[,:\(\)\[\]+\&\/=\-–—，：、（）،]`,
};
const wordOf = {
  joins: String.raw`[${unspaced}]|${letters}+(?:['’‘\u0060´]${letters}+)*|[€$£%#×👍👎✅✔❌]`,
  splits: String.raw`[${unspaced}]|${letters}+|[€$£%#×👍👎✅✔❌]`,
};
const grammar = {
  joins: grammarWith(wordOf.joins),
  splits: grammarWith(wordOf.splits),
};

/** @param spelling of the language; a phrase of the language's data is read in the same way as a text. */
export function tokensOf(text: string, spelling: Spelling): readonly Token[] {
  const tokens: Token[] = [];
  let before = -1;
  let word = false;
  const read = yearsInFigures(plainFigures(text.slice(0, longestText)), spelling.figures);
  for (const match of read.matchAll(grammar[spelling.apostrophe])) {
    const kind = kindOf(match.groups ?? {});
    const at = { kind, start: match.index, end: match.index + match[0].length, glued: match.index === before };
    before = at.end;
    // "work-study" and "work study" are the same.
    const joins = word && at.glued && match[0] === '-' && /\p{L}/u.test(text[at.end] ?? '');
    word = kind === 'word';
    if (joins) continue;
    for (const word of meantBy(match[0], kind, spelling)) {
      tokens.push({ ...at, text: word, forms: formsOf(word, spelling.particles) });
    }
  }
  return tokens;
}

/**
 * The texts of the tokens of a phrase of the language's data. Tens of thousands are read before the first message is heard,
 * and most are words alone, or letters that each are one.
 */
export function wordsOf(phrase: string, spelling: Spelling): readonly string[] {
  const words = plainWords(phrase, spelling);
  if (words === null) return tokensOf(phrase, spelling).map(({ text }) => text);
  return words.some((word) => spelling.respelled.has(word))
    ? words.flatMap((word) => spelling.respelled.get(word) ?? word)
    : words;
}

function plainWords(phrase: string, { figures }: Spelling): readonly string[] | null {
  if (onlyWords.test(phrase)) return comparedForm(phrase).split(betweenWords);
  if (!onlyUnspaced.test(phrase)) return null;
  const letters = Array.from(phrase);
  return letters.filter((letter) => figures.has(letter)).length < figuresOfYear
    ? letters.map((letter) => comparedLetter(letter).form)
    : null;
}

/** A letter of a script without spaces, which is a token by itself. */
export function isUnspaced({ kind, text }: Token): boolean {
  return kind === 'word' && oneUnspaced.test(text);
}

/** Four figures that are words, and no more of them: nobody counts so. All stays where it is. */
function yearsInFigures(text: string, figures: Spelling['figures']): string {
  if (figures.size === 0) return text;
  const one = `[${[...figures.keys()].join('')}]`;
  return text.replaceAll(new RegExp(`(?<!${one})${one}{${figuresOfYear}}(?!${one})`, 'gv'), (year) =>
    Array.from(year, (figure) => figures.get(figure) ?? figure).join(''),
  );
}

function grammarWith(word: string): RegExp {
  const { born, date, flag, number, stop, mark } = patterns;
  return new RegExp(
    `(?<born>${born})|(?<date>${date})|(?<flag>${flag})|(?<number>${number})|(?<word>${word})|(?<stop>${stop})|(?<mark>${mark})`,
    'gv',
  );
}

function kindOf(groups: Readonly<Record<string, string | undefined>>): Token['kind'] {
  return kinds.find((kind) => groups[kind] !== undefined) ?? 'mark';
}

const kinds = ['word', 'number', 'mark', 'stop', 'date', 'born', 'flag'] as const;

function meantBy(written: string, kind: Token['kind'], { respelled, byEar }: Spelling): readonly string[] {
  if (kind === 'stop') return [written.replace(questionMark, '?')];
  if (kind !== 'word') return [written];
  const word = comparedForm(written);
  return respelled.get(word) ?? byEar?.(word, /^\p{Lu}/u.test(written)) ?? [word];
}

/** Whether a word is written with a capital: in the midst of a sentence it may be a name. */
export function hasCapital(text: string, at: Token | undefined): boolean {
  return /^\p{Lu}/u.test(text.slice(at?.start));
}

/** No word is so short that nothing would be left of it. */
const shortestStem = 2;

function formsOf(word: string, particles: readonly string[]): readonly string[] {
  const forms = [word];
  for (const form of forms) {
    for (const particle of particles) {
      const rest = form.startsWith(particle) ? form.slice(particle.length) : '';
      if (rest.length >= shortestStem && !forms.includes(rest)) forms.push(rest);
    }
  }
  return forms;
}
