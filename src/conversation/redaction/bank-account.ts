import { getCountrySpecifications, isValidIBAN } from 'ibantools';
import type { Shape } from './shape.ts';

/**
 * An IBAN in any grouping: the country tells its length and what stands where. One whose check digits are wrong is a
 * mistyped IBAN all the same, unless the country code may be a word ("no 12 …").
 */
export const bankAccountShape: Shape = {
  kind: 'bank account',
  replace(text, mark) {
    let replaced = '';
    let from = 0;
    for (const head of text.matchAll(/(?<![\p{Script=Latin}\p{N}])[a-z]{2}[ \u00a0-]?\d\d/giu)) {
      const end = endOfIban(text, head);
      if (end === null || head.index < from) continue;
      replaced += text.slice(from, head.index) + mark(text.slice(head.index, end));
      from = end;
    }
    return replaced + text.slice(from);
  },
};

function endOfIban(text: string, head: RegExpExecArray): number | null {
  const start = head[0].replace(/[^a-z0-9]/i, '').toUpperCase();
  const { chars, bban_regexp: rest } = specifications[start.slice(0, 2)] ?? {};
  if (chars === undefined || chars === null || rest === undefined || rest === null) return null;
  const tail = new RegExp(`(?:[ .\\u00a0\\u202f\\n–—_/|·-]{0,3}[a-z0-9]){${chars - start.length}}(?![a-z0-9])`, 'iy');
  tail.lastIndex = head.index + head[0].length;
  const found = tail.exec(text);
  if (found === null) return null;
  const account = found[0].replaceAll(/[^a-z0-9]/gi, '').toUpperCase();
  const likely = isValidIBAN(start + account) || head[0].length === start.length;
  return likely && new RegExp(rest).test(account) ? tail.lastIndex : null;
}

const specifications = getCountrySpecifications();
