import type { AnswerDraft } from '../../curation/answer-draft.ts';
import type { Knowledge } from '../../knowledge/schema.ts';
import type { Speaker } from '../../voice/speaker.ts';
import type { Told } from './findings-by-field.ts';

/** An answer as its form shows it. */
export type Shown = {
  readonly draft: AnswerDraft;
  readonly knowledge: Knowledge;
  readonly speaker: Speaker;
  /** What there is to mend, by the field that it stands beside. */
  readonly told: Told;
};
