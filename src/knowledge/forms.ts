import type { Knowledge, OffersFile } from './schema.ts';

/** A form as files name it. Assembly gives the list of them: no file of the program types an id again. */
export type FormEntry = {
  readonly id: string;
  /** Whether ways of asking start it; else the program alone does, and an answer may offer it. */
  readonly startedByWords: boolean;
  /** What of the desk's knowledge it cannot do without. */
  readonly needs: readonly (keyof DeskKnowledge)[];
};

/** The knowledge as one desk works with it: `offers` are its own, null where it sells nothing. */
export type DeskKnowledge = Omit<Knowledge, 'offers' | 'forms'> & { readonly offers: OffersFile | null };

export function deskKnowledge(knowledge: Omit<Knowledge, 'forms'>): DeskKnowledge {
  return { ...knowledge, offers: knowledge.offers.get(knowledge.desk.offers ?? '') ?? null };
}

/** Those that have what they need here. */
export function formsHere<F extends FormEntry>(forms: readonly F[], knowledge: Omit<Knowledge, 'forms'>): readonly F[] {
  const desk = deskKnowledge(knowledge);
  return forms.filter(({ needs }) => needs.every((part) => desk[part] !== null));
}

/** What alone can be sent to a thread. */
export function entriesOf(forms: readonly FormEntry[]): readonly FormEntry[] {
  return forms.map(({ id, startedByWords, needs }) => ({ id, startedByWords, needs }));
}
