import type { CommandName, ReadingFile } from '../../knowledge/conversation-schema.ts';
import type { Knowledge } from '../../knowledge/schema.ts';
import { withoutMarks } from '../redaction/marks.ts';
import { asksForPerson } from '../person/recognise-request.ts';
import { listOf } from '../../text/phrase-list.ts';
import { remember } from '../../text/remember.ts';
import { spellings } from '../../text/typed-words.ts';

export type Command =
  | { readonly kind: CommandName }
  | { readonly kind: 'language'; readonly language: string }
  | { readonly kind: 'feedback'; readonly helpful: boolean };

type Spoken = Pick<Knowledge, 'reading' | 'person'>;

/** A command in any of the desk's languages, courtesies around it left out; null when it is none. */
export function readCommand(heard: string, { reading: readings, person }: Spoken): Command | null {
  const text = withoutMarks(heard);
  for (const reading of Object.values(readings)) {
    const command = commandIn(text, reading);
    if (command !== null) return command;
  }
  return asksForPerson(text, Object.values(person)) ? { kind: 'human' } : null;
}

/** Whether the whole message, courtesies around it left out, is one of these. */
export function isWhole(text: string, phrases: readonly string[], reading: ReadingFile): boolean {
  const { compared, written } = listOf(phrases);
  return written.has(text.trim()) || forms(text, reading).some((form) => form !== '' && compared.has(form));
}

function commandIn(text: string, reading: ReadingFile): Command | null {
  const whole = (phrases: readonly string[]) => isWhole(text, phrases, reading);
  for (const [kind, phrases] of Object.entries(reading.commands))
    if (whole(phrases)) return { kind: kind as CommandName };
  for (const [language, phrases] of Object.entries(reading.languages))
    if (whole(phrases)) return { kind: 'language', language };
  if (whole(reading.helpful)) return { kind: 'feedback', helpful: true };
  return whole(reading.unhelpful) ? { kind: 'feedback', helpful: false } : null;
}

/** The message as typed, and without the courtesies at either end: asked of one message by every list of phrases. */
function forms(text: string, reading: ReadingFile): readonly string[] {
  const known = formsOf.get(reading);
  if (known !== undefined) return known(text);
  const fillers = reading.fillers.flatMap((filler) => spellings(filler)).sort((a, b) => b.length - a.length);
  const read = remember(
    (text) => [...new Set(spellings(text).flatMap((spelling) => [spelling, withoutFillers(spelling, fillers)]))],
    mostKept,
  );
  formsOf.set(reading, read);
  return read(text);
}

const formsOf = new WeakMap<ReadingFile, (text: string) => readonly string[]>();
/** The messages of a moment. */
const mostKept = 200;

/** @param fillers the longest first */
function withoutFillers(text: string, fillers: readonly string[]): string {
  if (text.length > longestCourtesy) return text;
  let rest = text;
  for (let before = ''; before !== rest;) {
    before = rest;
    const start = fillers.find((filler) => rest.startsWith(`${filler} `));
    if (start !== undefined) rest = rest.slice(start.length + 1);
    const end = fillers.find((filler) => rest.endsWith(` ${filler}`));
    if (end !== undefined) rest = rest.slice(0, -end.length - 1);
  }
  return rest;
}

/** Nobody is more polite around a command. */
const longestCourtesy = 300;
