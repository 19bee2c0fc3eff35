import type { DialogTurn } from '../../src/conversation/dialogs.ts';
import type { Knowledge } from '../../src/knowledge/schema.ts';
import type { ReadingFile } from '../../src/knowledge/conversation-schema.ts';
import { AppError } from '../../src/core/errors.ts';
import { isOneOf, longestMention, wordsOf } from '../../src/conversation/words.ts';
import { createCountryReader, type CountryReader } from './countries.ts';
import { measure, nothing, warmMeasures, type Measures } from './measures.ts';
import { readMentions } from './mentions.ts';

/** Everything a form needs to read an utterance, in the language of the turn. */
export type Reader = {
  readonly countries: CountryReader;
  measure(text: string, turn: DialogTurn): Measures;
  mentions(text: string, turn: DialogTurn, fields: readonly string[]): Record<string, string>;
  /** "yes" or "no" when that is all, or the first word, of a short answer. */
  yesOrNo(text: string, turn: DialogTurn): boolean | null;
  hasCue(text: string, turn: DialogTurn, cue: keyof ReadingFile['cues']): boolean;
  /** Whether the text ends with a cue: what stands right before something. */
  endsWithCue(text: string, turn: DialogTurn, cue: keyof ReadingFile['cues']): boolean;
  /** The length of a stay that is named by a word (a semester), in months. */
  namedStay(text: string, turn: DialogTurn): number | null;
  reading(turn: DialogTurn): ReadingFile;
  /** Loads the recognisers of every language. */
  warm(): void;
};

const shortAnswer = 4;

export function createReader(knowledge: Knowledge): Reader {
  const measured = measuredOnce();
  const countries = createCountryReader(knowledge);
  const reading = (turn: DialogTurn) => {
    const found = knowledge.reading[turn.language];
    if (found === undefined)
      throw new AppError('knowledge/unknown-reference', `No languages/${turn.language}/reading.yaml`, {});
    return found;
  };
  const culture = (language: string) => knowledge.vocabulary[language]?.recognizer ?? '';
  return {
    countries,
    reading,
    measure: (text, turn) => {
      const known = respell(text, respellingsOf(reading(turn)));
      const tells = (word: string) => tellsOfMeasures(word, reading(turn).measured);
      return tells(known) ? measured(known, tells, culture(turn.language), turn.on) : nothing;
    },
    mentions: (text, turn, fields) => readMentions(text, reading(turn), fields),
    yesOrNo: (text, turn) => yesOrNo(text, reading(turn)),
    hasCue: (text, turn, cue) => longestMention(text, reading(turn).cues[cue]) !== null,
    endsWithCue: (text, turn, cue) => {
      const words = ` ${wordsOf(text).join(' ')}`;
      return reading(turn).cues[cue].some((phrase) => words.endsWith(` ${wordsOf(phrase).join(' ')}`));
    },
    namedStay: (text, turn) => {
      const { stays } = reading(turn);
      const named = longestMention(text, Object.keys(stays));
      return named === null ? null : (stays[named] ?? null);
    },
    warm: () => {
      for (const language of knowledge.languages) warmMeasures(culture(language));
    },
  };
}

/** Several forms read the same utterance in one turn, and its questions one by one. */
function measuredOnce(): typeof measure {
  const kept = new Map<string, Measures>();
  return (text, tells, language, on) => {
    const asked = JSON.stringify([text, language, on]);
    const known = kept.get(asked);
    if (known !== undefined) return known;
    const measures = measure(text, tells, language, on);
    if (kept.size >= mostKept) kept.clear();
    kept.set(asked, measures);
    return measures;
  };
}

/** The sentences of a long mail, alone and in their context. */
const mostKept = 200;

/** A digit, or a word that begins like one of a number, a date or a length of time: without them nothing is measured. */
function tellsOfMeasures(text: string, measured: readonly string[]): boolean {
  return /\p{N}/u.test(text) || wordsOf(text).some((word) => measured.some((start) => word.startsWith(start)));
}

type Respelling = { readonly pattern: RegExp; readonly known: string };

/** Word for word; also of what is written together with a number: "24yo". */
function respell(text: string, respellings: readonly Respelling[]): string {
  return respellings.reduce(
    (rest, { pattern, known }) =>
      rest.replaceAll(pattern, (_, digits?: string) => [digits, known].filter(Boolean).join(' ')),
    text.replaceAll(/[’‘]/gu, "'"),
  );
}

const respellings = new WeakMap<ReadingFile, readonly Respelling[]>();

/** The longest entry first. */
function respellingsOf(reading: ReadingFile): readonly Respelling[] {
  const made =
    respellings.get(reading) ??
    Object.entries(reading.respelled)
      .sort(([a], [b]) => b.length - a.length)
      .map(([written, known]) => ({ pattern: wordPattern(written), known }));
  respellings.set(reading, made);
  return made;
}

function wordPattern(written: string): RegExp {
  const start = /^\d/.test(written) ? String.raw`(?<![\p{L}\p{N}])()` : String.raw`(?<!\p{L})(\d*)`;
  return new RegExp(`${start}${written.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}(?![\\p{L}\\p{N}])`, 'giu');
}

function yesOrNo(text: string, reading: ReadingFile): boolean | null {
  if (isOneOf(text, reading.yes)) return true;
  if (isOneOf(text, reading.no)) return false;
  const words = wordsOf(text);
  if (words.length > shortAnswer || words[0] === undefined) return null;
  if (isOneOf(words[0], reading.yes)) return true;
  return isOneOf(words[0], reading.no) ? false : null;
}
