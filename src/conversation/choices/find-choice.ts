import type { ReadingFile } from '../../knowledge/conversation-schema.ts';
import { takesBack } from './choice-value.ts';
import { isWhole } from '../commands/read-command.ts';
import type { Choice } from '../reply.ts';
import { ofEach } from '../../text/remember.ts';
import { says, spellings, wordsOf } from '../../text/typed-words.ts';

/** A choice typed in full or in part, by its number where `numbers` are choices, or as "the second one"; null when it is none. */
export function chosen(
  text: string,
  offered: readonly Choice[],
  reading: ReadingFile,
  numbers: boolean,
): Choice | null {
  const heard = spellings(text);
  const byLabel = offered.find(
    (choice) =>
      choice.value === text.trim() ||
      choice.label === text.trim() ||
      spellings(choice.label).some((label) => label !== '' && heard.includes(label)),
  );
  if (byLabel !== undefined) return byLabel;
  const position = positionNamed(text, reading) ?? (numbers ? numberAlone(text) : null);
  const places = offered.filter((choice) => !takesBack(choice));
  if (position !== null) return places.at(position > 0 ? position - 1 : position) ?? null;
  // A bare no stands in "I don't know" as a word of it, and says another thing.
  return isWhole(text, yesOrNo(reading), reading) ? null : byPart(text, offered);
}

const yesOrNo = ofEach(({ yes, no }: ReadingFile) => [...yes, ...no]);

/** A few words of one label and of no other: "secteur 2". */
function byPart(text: string, offered: readonly Choice[]): Choice | null {
  const words = wordsOf(text);
  if (words.length > longestPart || words.join('').length < shortestPart) return null;
  const [only, ...more] = offered.filter(({ label }) => says(label, text));
  return only !== undefined && more.length === 0 ? only : null;
}

const longestPart = 4;
const shortestPart = 3;

function positionNamed(text: string, reading: ReadingFile): number | null {
  const { ordinals } = reading;
  if (!isWhole(text, namesOf(ordinals), reading)) return null;
  return Object.entries(ordinals).find(([words]) => isWhole(text, [words], reading))?.[1] ?? null;
}

/** As one list: most messages name no position. */
const namesOf = ofEach((ordinals: ReadingFile['ordinals']) => Object.keys(ordinals));

function numberAlone(text: string): number | null {
  const words = wordsOf(text);
  return words.length === 1 && /^[1-9]$/.test(words[0] ?? '') ? Number(words[0]) : null;
}
