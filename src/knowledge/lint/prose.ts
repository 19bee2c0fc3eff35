import { fold } from '../../text/fold.ts';
import { segment } from '../../text/segment.ts';
import { withoutMarks } from '../../voice/template.ts';

/** A template's own words: fact marks gone, each interpolation a gap that nothing reads across. */
export function ownWords(template: string): string {
  return withoutMarks(template).replace(/\{\{.+?\}\}/g, gap);
}

/** What stands for an interpolation: no letter, no digit, no space. */
export const gap = '\u2026';

/** Words without case and accents, in order; an apostrophe parts two words. */
export function foldedWords(text: string): readonly string[] {
  return segment(fold(text));
}

/**
 * Any of the words by themselves, the longest first, so that none is cut in two by a shorter one. What is written in Han letters
 * stands between others without a space.
 */
export function anyOf(words: readonly string[], flags: string): RegExp {
  if (words.length === 0) return /(?!)/g;
  const longestFirst = words.toSorted((a, b) => b.length - a.length);
  const alone = longestFirst.map((word) => {
    const before = /^\p{Script=Han}/u.test(word) ? '' : String.raw`(?<!${otherLetter})`;
    const after = /\p{Script=Han}$/u.test(word) ? '' : String.raw`(?!${otherLetter})`;
    return before + escaped(word) + after;
  });
  return new RegExp(alone.join('|'), flags);
}

const otherLetter = String.raw`(?!\p{Script=Han})[\p{L}\d-]`;

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** A rendered text whose list items begin with their own words. */
export function withoutListMarks(text: string): string {
  return text.replace(/^[^\S\n]*(?:[-*]|\d+\.)[^\S\n]+/gm, '');
}

/** Words as a reader counts them: what is written together and holds a letter or a figure; of a script without spaces its words. */
export function wordCount(text: string): number {
  return text
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .reduce((count, word) => count + (/\p{Script=Han}/u.test(word) ? segment(word).length : 1), 0);
}
