import { fieldOrder } from '../../core/eligibility/situation.ts';
import type { Speaker } from '../../voice/speaker.ts';

/** What may stand in a saved reply between double braces: of the desk, of the hand-over, what is filled in by hand, what the student told. */
export const fields = [
  ...(['desk', 'reference', 'colleague', 'told', 'amount', 'day'] as const),
  ...fieldOrder.filter((field) => field !== 'on'),
  ...(['ehicUntil', 'stayFrom', 'stayUntil'] as const),
] as const;
export type Field = (typeof fields)[number];

/** How a field is called in the colleague's language: `stay`, `séjour`. */
export function nameOfField(speaker: Speaker, language: string, field: Field): string {
  const own = `saved:field.${field}`;
  return speaker.say(language, speaker.has(language, own) ? own : `eligibility:label.${field}`);
}

/** As it stands in a text. */
export function braced(name: string): string {
  return `{{${name}}}`;
}

/** What is named between braces and is no field, in any language of the staff room. */
export function unknownFields(speaker: Speaker, text: string): readonly string[] {
  return namesIn(text).filter((name) => fieldNamed(speaker, name) === null);
}

/** The text with every field that `valueOf` knows filled; the others stand as they did, to be filled by hand. */
export function fillFields(speaker: Speaker, text: string, valueOf: (field: Field) => string | null): string {
  return text.replaceAll(inBraces, (written, name: string) => {
    const field = fieldNamed(speaker, name);
    return (field === null ? null : valueOf(field)) ?? written;
  });
}

/** What is still to be filled in. */
export function namesIn(text: string): readonly string[] {
  return [...new Set(Array.from(text.matchAll(inBraces), ([, name = '']) => name.trim()))];
}

function fieldNamed(speaker: Speaker, name: string): Field | null {
  const wanted = comparable(name);
  const isCalled = (field: Field): boolean =>
    comparable(field) === wanted ||
    speaker.staffLanguages.some((language) => comparable(nameOfField(speaker, language, field)) === wanted);
  return fields.find(isCalled) ?? null;
}

function comparable(name: string): string {
  return name.trim().toLowerCase().replaceAll('’', "'").replaceAll(/\s+/g, ' ');
}

const inBraces = /\{\{([^{}]{0,80})\}\}/g;
