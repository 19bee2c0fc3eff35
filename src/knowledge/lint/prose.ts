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
export function wordsOf(text: string): readonly string[] {
  return segment(fold(text));
}

/** A rendered text whose list items begin with their own words. */
export function withoutListMarks(text: string): string {
  return text.replace(/^[^\S\n]*(?:[-*]|\d+\.)[^\S\n]+/gm, '');
}
