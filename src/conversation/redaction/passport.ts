import type { PrivacyFile } from '../../knowledge/privacy-schema.ts';
import type { Shape } from './shape.ts';
import { wordsPattern } from './words-pattern.ts';

/** A passport's number has no shape of its own: six to twelve letters and digits, four of them digits, after the word. */
export function passportShape(words: Pick<PrivacyFile, 'passport' | 'beforeNumber'>): Shape {
  const between = '[^\\p{L}\\p{N}\\n]{0,4}';
  const announced = `(?<![\\p{L}\\p{N}])${wordsPattern(words.passport)}(?:${between}${wordsPattern(words.beforeNumber)}){0,5}${between}`;
  const number = '(?:\\d{2} [a-z]{2} \\d{5}|[a-z]{1,2} \\d{6,8}|[a-z0-9]{6,12})(?![\\p{L}\\p{N}])';
  const pattern = new RegExp(`(${announced})(${number})`, 'giu');
  return {
    kind: 'passport',
    replace: (text, mark) =>
      text.replaceAll(pattern, (found: string, before: string, digits: string) =>
        digits.replaceAll(/\D/g, '').length >= 4 ? before + mark : found,
      ),
  };
}
