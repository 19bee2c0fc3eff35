import { pastFillers } from './announced-number.ts';
import type { FindCues } from './find-cues.ts';
import { replaceFound, type Found, type Shape } from './shape.ts';

/** A name in a network: behind `@`, or behind the network's own name where no word looks like it: "insta: hannah_03". */
export function handleShape(cues: FindCues<'networks'>, beforeNumber: ReadonlySet<string>): Shape {
  return {
    kind: 'handle',
    replace(text, mark) {
      const named = cues(text, 'networks').flatMap(({ end }): Found[] => {
        const start = pastFillers(text, end, beforeNumber);
        const labelled = /[:=：/]\s*@?$/u.test(text.slice(end, start));
        account.lastIndex = start;
        const found = account.exec(text)?.[0];
        return found !== undefined && (labelled || likeAnAccount.test(found))
          ? [{ start, end: start + found.length }]
          : [];
      });
      const signed = Array.from(text.matchAll(withSign), ({ 0: found, index }) => ({
        start: index,
        end: index + found.length,
      }));
      return replaceFound(text, [...named, ...signed], mark);
    },
  };
}

/** No word and no year. */
const likeAnAccount = /[._]|\d[a-z]|[a-z]\d|\d{6}/i;
const account = /[a-z0-9](?:[a-z0-9._-]{1,28}[a-z0-9_])/iy;
const withSign = /(?<![\p{L}\p{N}@._])@[a-z_][a-z0-9._-]{1,28}[a-z0-9_](?![a-z0-9@])/giu;
