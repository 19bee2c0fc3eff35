import type { Candidate } from '../candidates.ts';
import type { Listening } from '../listening.ts';

/** "My school says I am registered": whoever says it may be wrong of what only the student and the fund know. */
export function isHearsay({ scene }: Listening, { field, from }: Candidate): boolean {
  if (field !== 'registered') return false;
  const { marks, sentences } = scene;
  return marks.of('role.hearsay.before').some((said) => {
    const isBefore = said.to <= from && sentences[said.from] === sentences[from];
    return isBefore && !marks.of('join.turn').some((turn) => turn.from >= said.to && turn.to <= from);
  });
}
