import type { ReadingFile } from '../knowledge/conversation-schema.ts';
import type { Choice } from './reply.ts';
import { spellings, wordsOf } from './words.ts';

/** A choice typed in full, by its number, or as "the second one"; null when it is none. */
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
  const position = numbers ? (positionNamed(text, reading) ?? numberAlone(text)) : null;
  return position === null ? null : (offered.at(position > 0 ? position - 1 : position) ?? null);
}

function positionNamed(text: string, reading: ReadingFile): number | null {
  const heard = spellings(text);
  const named = Object.entries(reading.ordinals).find(([words]) =>
    spellings(words).some((spelling) => heard.includes(spelling)),
  );
  return named?.[1] ?? null;
}

function numberAlone(text: string): number | null {
  const words = wordsOf(text);
  return words.length === 1 && /^[1-9]$/.test(words[0] ?? '') ? Number(words[0]) : null;
}
