import type { Handover } from '../../ports/queue.ts';
import type { SavedReply } from '../../ports/saved-replies.ts';
import type { Asked } from '../page.ts';
import type { Parts } from '../parts.ts';
import { factsInWords, factInWords } from '../queue/concern.ts';
import { fillFields, type Field } from './fields.ts';

/** A text for a hand-over with its fields filled, in the language that it is written in. */
export function filled(
  { person }: Pick<Asked, 'person'>,
  { current }: Pick<Parts, 'current'>,
  { reference, facts }: Pick<Handover, 'reference' | 'facts'>,
  { text, language }: { readonly text: string; readonly language: string },
): string {
  const { knowledge, speaker } = current();
  const valueOf = (field: Field): string | null => {
    if (field === 'desk') return knowledge.desk.name;
    if (field === 'reference') return reference;
    if (field === 'colleague') return person.name;
    if (field === 'told') return factsInWords(speaker, language, facts);
    if (field === 'amount' || field === 'day') return null;
    return factInWords(speaker, language, field, facts[field]);
  };
  return fillFields(speaker, text, valueOf);
}

/** The reply in the student's language, else in the first of the staff room's that it is written in. */
export function textFor(
  { texts }: SavedReply,
  language: string,
  staffLanguages: readonly string[],
): { readonly language: string; readonly text: string } | null {
  const written = [language, ...staffLanguages].find((each) => texts[each] !== undefined);
  const found = written === undefined ? undefined : texts[written];
  return written === undefined || found === undefined ? null : { language: written, text: found.text };
}

/** What a colleague calls it. */
export function titleOfReply({ texts }: SavedReply, { language }: Pick<Asked, 'language'>): string {
  return (texts[language] ?? Object.values(texts)[0])?.title ?? '';
}
