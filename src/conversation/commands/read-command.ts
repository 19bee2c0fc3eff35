import type { CommandName, ReadingFile } from '../../knowledge/conversation-schema.ts';
import type { Knowledge } from '../../knowledge/schema.ts';
import { withoutMarks } from '../redaction/marks.ts';
import { asksForPerson } from '../person/recognise-request.ts';
import { listOf } from '../../text/phrase-list.ts';
import { ofEach, remember } from '../../text/remember.ts';
import { isOneOf, longestMention, spellings } from '../../text/typed-words.ts';

export type Command =
  | { readonly kind: CommandName }
  | { readonly kind: 'language'; readonly language: string }
  | { readonly kind: 'feedback'; readonly helpful: boolean };

type Spoken = Pick<Knowledge, 'reading' | 'person' | 'words'>;

/** A command in any of the desk's languages, courtesies around it left out; null when it is none. */
export function readCommand(heard: string, { reading: readings, person, words }: Spoken): Command | null {
  const text = withoutMarks(heard);
  for (const reading of Object.values(readings)) {
    const command = commandIn(text, reading) ?? languageWish(text, reading);
    if (command !== null) return command;
  }
  const saysWhole = Object.entries(person).some(([language, { whole }]) => {
    const reading = readings[language];
    return reading !== undefined && isWhole(text, whole, reading);
  });
  const wantsPerson = saysWhole || asksForPerson(text, Object.values(person), Object.values(words));
  return wantsPerson ? { kind: 'human' } : null;
}

/**
 * "Could you answer in English? I am from India": a language asked for in a part of a message, and the rest of it. Its name
 * alone, beside other words, is a nationality.
 */
export function languageWished(
  heard: string,
  { reading: readings }: Pick<Spoken, 'reading'>,
): { readonly language: string; readonly rest: string } | null {
  const parts = heard.split(partsOfMessage).filter((part) => /\p{L}/u.test(part));
  if (parts.length < 2 || parts.length > mostParts) return null;
  for (const reading of Object.values(readings)) {
    for (const [at, part] of parts.entries()) {
      const wish = languageWish(part, reading);
      if (wish !== null) return { language: wish.language, rest: parts.toSpliced(at, 1).join(', ') };
    }
  }
  return null;
}

/** A sentence, what stands between commas; in a script without spaces, what stands between spaces. */
const partsOfMessage = /[.!?;,\n。！？；，؟،]+|(?<=\p{Script=Han})\s+/u;
/** More is a letter. */
const mostParts = 6;

/** "May we speak French": nothing but the asking around a language. */
function languageWish(text: string, reading: ReadingFile): Extract<Command, { kind: 'language' }> | null {
  if (text.length > longestWish || longestMention(text, reading.languageAsked) === null) return null;
  const asked = spellings(text).map((spelling) => withoutFillers(spelling, aroundLanguage(reading)));
  const language = Object.entries(reading.languages).find(([, names]) => asked.some((one) => isOneOf(one, names)));
  return language === undefined ? null : { kind: 'language', language: language[0] };
}

const aroundLanguage = ofEach(({ fillers, languageAsked }: ReadingFile) => fillersIn([...fillers, ...languageAsked]));

const longestWish = 80;

/** Whether the whole message, courtesies around it left out, is one of these. */
export function isWhole(text: string, phrases: readonly string[], reading: ReadingFile): boolean {
  const { compared, written } = listOf(phrases);
  return written.has(text.trim()) || forms(text, reading).some((form) => form !== '' && compared.has(form));
}

/** Lists of phrases, each with what it means: which of them a message is, is one look and not one a list. */
export type Meanings<T> = {
  readonly means: readonly T[];
  /** The first of the lists that has a phrase, by its place. */
  readonly compared: ReadonlyMap<string, number>;
  readonly written: ReadonlyMap<string, number>;
};

export function meaningsOf<T>(lists: readonly (readonly [T, readonly string[]])[]): Meanings<T> {
  const [compared, written] = [new Map<string, number>(), new Map<string, number>()];
  for (const [at, [, phrases]] of lists.entries()) {
    const list = listOf(phrases);
    for (const phrase of list.compared) if (!compared.has(phrase)) compared.set(phrase, at);
    for (const phrase of list.written) if (!written.has(phrase)) written.set(phrase, at);
  }
  return { means: lists.map(([means]) => means), compared, written };
}

/** What the first list means that has the whole message, as `isWhole` has it. */
export function meantBy<T>(text: string, { means, compared, written }: Meanings<T>, reading: ReadingFile): T | null {
  const places = forms(text, reading).map((form) => (form === '' ? undefined : compared.get(form)));
  const first = Math.min(...[written.get(text.trim()), ...places].map((at) => at ?? Infinity));
  return means[first] ?? null;
}

function commandIn(text: string, reading: ReadingFile): Command | null {
  return meantBy(text, commandsOf(reading), reading);
}

const commandsOf = ofEach(({ commands, languages, helpful, unhelpful }: ReadingFile) =>
  meaningsOf<Command>([
    ...Object.entries(commands).map(([kind, phrases]) => [{ kind: kind as CommandName }, phrases] as const),
    ...Object.entries(languages).map(
      ([language, phrases]) => [{ kind: 'language' as const, language }, phrases] as const,
    ),
    [{ kind: 'feedback', helpful: true }, helpful],
    [{ kind: 'feedback', helpful: false }, unhelpful],
  ]),
);

/** The message as typed, and without the courtesies at either end: asked of one message by every list of phrases. */
function forms(text: string, reading: ReadingFile): readonly string[] {
  return formsIn(reading)(text);
}

const formsIn = ofEach((reading: ReadingFile) => {
  const fillers = fillersIn(reading.fillers);
  return remember(
    (text) => [...new Set(spellings(text).flatMap((spelling) => [spelling, withoutFillers(spelling, fillers)]))],
    mostKept,
  );
});
/** The messages of a moment. */
const mostKept = 200;

/** By the word that they begin with, and by the one that they end with; the longest first. */
type Fillers = {
  readonly byFirst: ReadonlyMap<string, readonly string[]>;
  readonly byLast: ReadonlyMap<string, readonly string[]>;
};

function fillersIn(phrases: readonly string[]): Fillers {
  const longestFirst = phrases.flatMap((phrase) => spellings(phrase)).sort((a, b) => b.length - a.length);
  return { byFirst: Map.groupBy(longestFirst, firstWord), byLast: Map.groupBy(longestFirst, lastWord) };
}

function firstWord(text: string): string {
  const end = text.indexOf(' ');
  return end < 0 ? text : text.slice(0, end);
}

function lastWord(text: string): string {
  return text.slice(text.lastIndexOf(' ') + 1);
}

function withoutFillers(text: string, { byFirst, byLast }: Fillers): string {
  if (text.length > longestCourtesy) return text;
  let rest = text;
  for (let before = ''; before !== rest;) {
    before = rest;
    const start = byFirst.get(firstWord(rest))?.find((filler) => rest.startsWith(`${filler} `));
    if (start !== undefined) rest = rest.slice(start.length + 1);
    const end = byLast.get(lastWord(rest))?.find((filler) => rest.endsWith(` ${filler}`));
    if (end !== undefined) rest = rest.slice(0, -end.length - 1);
  }
  return rest;
}

/** Nobody is more polite around a command. */
const longestCourtesy = 300;
