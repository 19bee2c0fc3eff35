import type { Cue, FindCues } from './find-cues.ts';
import { nameEnd, type Evidence, type NameWords } from './read-name.ts';
import { plainWord } from './read-words.ts';
import { replaceFound, type Found, type Shape } from './shape.ts';

type Stands = (text: string, cue: Cue) => boolean;

type NameLists = 'nameFollows' | 'nameCalled' | 'introduces' | 'nameLabels' | 'titles' | 'signOffs';

/**
 * A name, by the words that tell one. What is no name ends it: "my name is wrong on the card" is a question. Nothing tells
 * a name in the middle of a sentence: it stays.
 */
export function personNameShape(cues: FindCues<NameLists>, words: NameWords): Shape {
  const by = (text: string, list: NameLists, begin: RegExp, evidence: Evidence, stands?: Stands): Found[] =>
    cues(text, list).flatMap((cue) => {
      if ((evidence === 'two' && isShouted(text, cue)) || stands?.(text, cue) === false) return [];
      begin.lastIndex = cue.end;
      if (begin.exec(text) === null) return [];
      const start = begin.lastIndex;
      const end = nameEnd(text, start, evidence, words, list === 'nameLabels');
      return end === null ? [] : [{ start, end }];
    });
  const isNoPeople: Stands = (text, { end }) => !tellsPeople(text, end, words);
  return {
    kind: 'name',
    replace(text, mark) {
      const found = [
        ...by(text, 'nameFollows', apart, 'any'),
        ...by(text, 'nameCalled', apart, 'capital', isNoPeople),
        ...by(text, 'introduces', apart, 'two'),
        ...by(text, 'nameLabels', labelled, 'capital'),
        ...by(text, 'nameLabels', labelled, 'any', opens),
        ...by(text, 'titles', titled, 'capital'),
        ...cues(text, 'signOffs').flatMap((cue) => signature(text, cue, words)),
        ...Array.from(text.matchAll(ruledOff), ({ 0: rule, index }) => ({
          start: index,
          end: index + rule.length,
        })).flatMap((rule) => signature(text, rule, words)),
      ];
      return replaceFound(text, found, mark);
    },
  };
}

/** "For my sister: Ukrainian, 20": where it is told of somebody, a people is no name. */
function tellsPeople(text: string, end: number, { peoples }: NameWords): boolean {
  toldOf.lastIndex = end;
  const word = toldOf.exec(text)?.[1];
  return word !== undefined && peoples.has(plainWord(word));
}

/** A form's label opens its line, or a part of it: "we recommend no name: choose …" is none. */
function opens(text: string, { start }: Cue): boolean {
  return /(?:^|[\n,;.:|•*(/–-])\s{0,3}$/.test(text.slice(Math.max(0, start - 4), start));
}

/** "I Am Very Confused", "I AM LOOKING FOR IT": where the words before have capitals, those behind say nothing. */
function isShouted(text: string, { start, end }: Cue): boolean {
  return /[\s'’]\p{Lu}\p{L}/u.test(text.slice(start, end)) || /^\p{Lu}{2,}$/u.test(text.slice(start, end));
}

/** "Kind regards, Hannah" at the end of a line, or the name on a line of its own. */
function signature(text: string, { end }: Cue, words: NameWords): Found[] {
  signed.lastIndex = end;
  const before = signed.exec(text);
  if (before === null) return [];
  const start = signed.lastIndex;
  const ownLine = before[0].includes('\n');
  const until = nameEnd(text, start, ownLine ? 'any' : 'capital', words);
  if (until === null) return [];
  lineEnd.lastIndex = until;
  const name = text.slice(start, until);
  // A sentence is no name; without capitals it is one only where nothing follows.
  const ends = lineEnd.exec(text);
  if (ends === null) return [];
  return /^\p{Ll}/u.test(name) && text.slice(lineEnd.lastIndex).trim() !== '' ? [] : [{ start, end: until }];
}

const toldOf = /[ \u00a0]{0,2}[:：,][ \u00a0]{0,2}(\p{L}{1,40})(?!\p{L})/uy;
const apart = /[ \u00a0:：]{0,3}["“«(]?[ \u00a0]?/uy;
const labelled = /(?:\(s\))?[ \u00a0]{0,2}(?:[:=：]|[-–](?= ))[ \u00a0]{0,3}["“«]?/uy;
const titled = /\.?[ \u00a0]/uy;
const signed = /[ \u00a0]{0,2}(?:[,.!،，]?[ \u00a0]{0,3}(?:\r?\n[ \u00a0]{0,3}){1,3}(?:[-–—~]{1,2} ?)?|[,،，] {1,2})/uy;
/** The line above a signature, as mail programs draw it. */
const ruledOff = /(?<=^|\n)(?:--|__|––|——)[-_–—]{0,8}(?=[ \t]{0,3}\r?\n)/g;
const lineEnd = /[ \u00a0]{0,3}[.!]?[ \u00a0]{0,3}(?=\r?\n|$)/uy;
