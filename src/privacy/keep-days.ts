import type { DeskFile } from '../knowledge/schema.ts';
import type { KeepDays } from './retention.ts';

/** The days of knowledge/desk.yaml. A sign-in or an invitation that is over is kept no longer. */
export function keepDaysOf({ keepTranscriptsDays, keepDays }: DeskFile): KeepDays {
  return { transcripts: keepTranscriptsDays, ...keepDays, sessions: 0 };
}
