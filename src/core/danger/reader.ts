import { knows } from '../matching/word-set.ts';
import type { DangerData } from './data.ts';
import { createFeatures, type Passage, type Vector } from './features.ts';
import { openLexicon, type Lexicon } from './lexicon.ts';
import { passageOf, readText } from './passages.ts';
import { remember } from '../../text/remember.ts';
import { createSigns } from './signs.ts';
import type { WrittenLexicon } from './write-lexicon.ts';

/** A part of a text that is judged by itself, and what the classifier sees of it. */
export type Part = {
  readonly passage: Passage;
  readonly vector: Vector;
};

export type DangerReader = {
  readonly lexicon: Lexicon;
  /** The passages of a text; the two messages before it are read along. */
  readonly partsOf: (text: string, context?: readonly string[]) => readonly Part[];
  /** What is read along, as if it were said only now. */
  readonly partsBefore: (context: readonly string[]) => readonly Part[];
};

/** Reads texts as training and hearing both must. */
export function createDangerReader(
  { everywhere, dictionaries, signs }: DangerData,
  written: WrittenLexicon,
): DangerReader {
  const isWordOf = (word: string, language: string): boolean => {
    const dictionary = dictionaries[language];
    return dictionary !== undefined && knows(dictionary, word);
  };
  const lexicon = openLexicon(written, isWordOf, (language) => everywhere.includes(language));
  const { hitsIn } = createSigns(signs, lexicon);
  const vectorOf = createFeatures();
  // A turn asks of what was said before whether it was danger, and reads it along with what is said now.
  const read = remember((text) => readText(text, lexicon, hitsIn), mostInATurn);
  const partsAfter = (text: string, before: Passage['before']): readonly Part[] => {
    const reading = read(text);
    return reading.spans.map((span) => {
      const passage = passageOf(reading, span, before);
      return { passage, vector: vectorOf(passage) };
    });
  };
  return {
    lexicon,
    partsOf: (text, context = []) => {
      const recent = recentOf(context);
      return partsAfter(text, recent === '' ? nothingBefore : read(recent));
    },
    partsBefore: (context) => partsAfter(recentOf(context), nothingBefore),
  };
}

function recentOf(context: readonly string[]): string {
  return context.slice(-readAlong).join('\n').slice(-mostReadAlong);
}

const nothingBefore: Passage['before'] = { mentions: [], hits: [] };
/** Messages before that change what one means: "not moving anymore". */
const readAlong = 2;
const mostReadAlong = 600;
/** What is said, what was said before it, and that by parts. */
const mostInATurn = 20;
