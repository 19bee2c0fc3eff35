import { scriptOf } from './script-of.ts';

/** Which way a language is written. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return rightToLeft.has(scriptOf(language)) ? 'rtl' : 'ltr';
}

/**
 * A text for readers of a language, its runs kept together that the order of display would tear apart (Unicode, UAX 9). The
 * groups of a telephone number change places where all is written from the right: they are isolated. A sentence that begins with a
 * Latin name would be taken for a left-to-right one where nothing tells its direction: a mark before it does. So
 * would a figure that a comma parts from one. Addresses of links stay.
 */
export function directed(text: string, language: string): string {
  if (directionOf(language) === 'ltr') return text;
  const kept = text.replace(groups, (run, apart?: string) =>
    apart === undefined ? isolate + run + endOfIsolate : run,
  );
  if (!rightToLeftLetter.test(text)) return kept;
  return kept.replace(latinFirst, `$1${rightToLeftMark}`).replace(figureAfterName, rightToLeftMark);
}

const rightToLeft: ReadonlySet<string> = new Set(['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa']);
const rightToLeftLetter = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
/** What is left alone (an address, the number of an item, what is isolated already), or figures in groups: "09 72 72 36 46", "9:00 – 17:00". */
const groups =
  /(\]\([^)]*\)|<?https?:\/\/\S+|^[ \t]*\d+[.)] |\u2066[^\u2069]*\u2069)|\+?\d[\d().:/–-]*(?:(?: [–-])? [(+]?\d(?:[\d().:/–-]*\d)?)+/gmu;
/** At the beginning of a line or of an item of a list, before what stands out of it. */
const latinFirst = /^([ \t]*(?:[-*] |\d+\. )?)(?=[*_[]*\p{Script=Latin})/gmu;
/** "Assurance tranquillité, 3 أشهر": the figure belongs to what stands behind it, not to the Latin name before the comma. */
const figureAfterName = /(?<=\p{Script=Latin}[)*_\]]*[,،:;] )(?=\d)/gu;
const isolate = '\u2066';
const endOfIsolate = '\u2069';
const rightToLeftMark = '\u200f';
